import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/inbox', {
  GET: operation({ run: ({ services, search }) => services.listInbox(search.get('cursor')) }),
})
