import { nextRequest } from '@/lib/contracts/triage'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/triage/next', {
  POST: operation({
    body: nextRequest,
    run: (call) => call.services.nextInTriage(parseJobRef(call), call.body),
  }),
})
