import { jobKeep } from '@/lib/contracts/job'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/keep', {
  PUT: operation({ body: jobKeep, run: (call) => call.services.keepJob(parseJobRef(call), call.body) }),
  DELETE: operation({ run: (call) => call.services.unkeepJob(parseJobRef(call)) }),
})
