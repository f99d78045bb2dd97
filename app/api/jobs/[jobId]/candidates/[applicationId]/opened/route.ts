import { openedRequest } from '@/lib/contracts/decisions'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId/opened', {
  POST: operation({
    body: openedRequest,
    run: (call) => call.services.noteOpened(parseJobRef(call), parseApplicationId(call), call.body),
  }),
})
