import { guestCall, parseGuestStart } from '@/lib/server/http/guest-call'
import { parseLimit } from '@/lib/server/http/job-call'
import { openOperation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/candidates', {
  GET: openOperation({
    run: (call) => {
      const { guest, token, visitor } = guestCall(call)
      const { search } = call
      return guest.page(token, visitor, parseView(search), parseGuestStart(search), parseLimit(search))
    },
  }),
})
