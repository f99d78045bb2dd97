import { personRef } from '@/lib/contracts/privacy'
import { exportedPerson } from '@/lib/server/http/privacy-call'
import { operation, route } from '@/lib/server/http/route'

// A POST, so that no identifier ends up in a log of addresses.
export const { GET, POST, PUT, PATCH, DELETE } = route('/api/person-exports', {
  POST: operation({ body: personRef, run: exportedPerson }),
})
