import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/inbox/count', {
  GET: operation({ run: ({ services }) => services.countInbox() }),
})
