import { blindRequest } from '@/lib/contracts/blind'
import { parseBlindScope } from '@/lib/server/http/blind-call'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/blind', {
  GET: operation({ run: (call) => call.services.showBlindReview(parseJobRef(call)) }),
  PUT: operation({
    body: blindRequest,
    run: (call) => call.services.startBlindReview(parseJobRef(call), call.body),
  }),
  DELETE: operation({
    run: (call) => call.services.endBlindReview(parseJobRef(call), parseBlindScope(call.search)),
  }),
})
