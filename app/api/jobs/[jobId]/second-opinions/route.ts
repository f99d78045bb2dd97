import { secondOpinionRequest } from '@/lib/contracts/second-opinion'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/second-opinions', {
  GET: operation({ run: (call) => call.services.listSecondOpinions(parseJobRef(call)) }),
  POST: operation({
    body: secondOpinionRequest,
    run: (call) => call.services.askSecondOpinion(parseJobRef(call), call.body),
  }),
})
