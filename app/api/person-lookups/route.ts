import { personRef } from '@/lib/contracts/privacy'
import { operation, route } from '@/lib/server/http/route'

// A POST, so that no identifier ends up in a log of addresses.
export const { GET, POST, PUT, PATCH, DELETE } = route('/api/person-lookups', {
  POST: operation({ body: personRef, run: (call) => call.services.lookUpPerson(call.body) }),
})
