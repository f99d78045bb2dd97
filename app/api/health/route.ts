import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/health', {
  GET: openOperation({ run: async () => ({ status: 'ok' }) }),
})
