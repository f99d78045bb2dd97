import { guestCall } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/candidates/:ref', {
  GET: openOperation({
    run: (call) => {
      const { guest, token, visitor } = guestCall(call)
      return guest.person(token, visitor, call.params.ref ?? '', parseView(call.search))
    },
  }),
})
