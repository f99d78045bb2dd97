import { guestResponseRequest } from '@/lib/contracts/guest'
import { guestCall, keeping } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/candidates/:ref/response', {
  PUT: openOperation({
    body: guestResponseRequest,
    run: async (call) => {
      const { guest, token, visitor } = guestCall(call)
      const { mine, keep } = await guest.respond(token, visitor, call.params.ref ?? '', call.body)
      return keeping(call, mine, keep)
    },
  }),
})
