import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/ready', {
  GET: openOperation({
    run: async ({ runtime }) => {
      await runtime.ping()
      return { status: 'ready' }
    },
  }),
})
