import { personRef } from '@/lib/contracts/privacy'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/erasures', {
  POST: operation({ body: personRef, run: (call) => call.services.erasePerson(call.body) }),
})
