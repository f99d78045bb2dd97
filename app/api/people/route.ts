import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/people', {
  GET: operation({ run: ({ services }) => services.listPeople() }),
})
