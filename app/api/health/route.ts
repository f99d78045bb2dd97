import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/health', {
  GET: operation({ run: async () => ({ status: 'ok' }) }),
})
