import { inboxRead } from '@/lib/contracts/inbox'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/inbox/read', {
  POST: operation({ body: inboxRead, run: ({ services, body }) => services.readInbox(body) }),
})
