import { guestDoneRequest } from '@/lib/contracts/guest'
import { guestCall, keeping } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/done', {
  PUT: openOperation({
    body: guestDoneRequest,
    run: async (call) => {
      const { guest, token, visitor } = guestCall(call)
      const { answer, keep } = await guest.finish(token, visitor, call.body)
      return keeping(call, answer, keep)
    },
  }),
})
