import { mePatch } from '@/lib/contracts/people'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/me', {
  GET: operation({ run: ({ services }) => services.showMe() }),
  PATCH: operation({ body: mePatch, run: ({ services, body }) => services.patchMe(body) }),
})
