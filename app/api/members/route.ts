import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/members', {
  GET: operation({ run: ({ services }) => services.listMemberNames() }),
})
