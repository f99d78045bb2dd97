import { guestCall, parseGuestFacets } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/facets', {
  GET: openOperation({
    run: (call) => {
      const { guest, token, visitor } = guestCall(call)
      return guest.facets(token, visitor, parseView(call.search), parseGuestFacets(call.search))
    },
  }),
})
