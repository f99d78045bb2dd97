import { savedViewPatch } from '@/lib/contracts/saved-views'
import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/views/:viewId', {
  PATCH: operation({
    body: savedViewPatch,
    run: (call) => call.services.patchView(parseId(call, 'viewId'), call.body),
  }),
  DELETE: operation({ run: (call) => call.services.deleteView(parseId(call, 'viewId')) }),
})
