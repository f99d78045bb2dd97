import { jobPatch } from '@/lib/contracts/job'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId', {
  GET: operation({ run: (call) => call.services.showJob(parseJobRef(call)) }),
  PATCH: operation({ body: jobPatch, run: (call) => call.services.patchJob(parseJobRef(call), call.body) }),
  DELETE: operation({ run: (call) => call.services.deleteJob(parseJobRef(call)) }),
})
