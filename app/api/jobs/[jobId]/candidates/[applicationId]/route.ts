import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId', {
  GET: operation({
    // `part=history` gives only what opens with a row that is on the screen already.
    run: async (call) =>
      call.search.get('part') === 'history'
        ? call.services.showHistory(parseJobRef(call), parseApplicationId(call))
        : call.services.showCandidate(parseJobRef(call), parseApplicationId(call), parseView(call.search)),
  }),
})
