import { jobRetention } from '@/lib/contracts/job'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/retention', {
  PUT: operation({
    body: jobRetention,
    run: (call) => call.services.setJobRetention(parseJobRef(call), call.body),
  }),
})
