import { guestCall, keeping } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token', {
  GET: openOperation({
    run: async (call) => {
      const { guest, token, visitor } = guestCall(call)
      const { link, keep } = await guest.open(token, visitor)
      return keeping(call, link, keep)
    },
  }),
})
