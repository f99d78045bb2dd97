import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/sessions', {
  GET: operation({ run: ({ services }) => services.listSessions() }),
  DELETE: operation({ run: ({ services, search }) => services.endSessions(search.get('others') === '1') }),
})
