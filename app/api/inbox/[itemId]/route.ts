import { inboxPatch } from '@/lib/contracts/inbox'
import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/inbox/:itemId', {
  PATCH: operation({
    body: inboxPatch,
    run: (call) => call.services.patchInboxItem(parseId(call, 'itemId'), call.body),
  }),
})
