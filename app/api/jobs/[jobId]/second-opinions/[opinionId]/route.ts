import { parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/second-opinions/:opinionId', {
  GET: operation({
    run: (call) => call.services.showSecondOpinion(parseJobRef(call), parseId(call, 'opinionId')),
  }),
  DELETE: operation({
    run: (call) => call.services.closeSecondOpinion(parseJobRef(call), parseId(call, 'opinionId')),
  }),
})
