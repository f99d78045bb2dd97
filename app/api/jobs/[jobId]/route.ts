import { jobPatch } from '@/lib/contracts/job'
import { jobOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId', {
  GET: operation({ run: (call) => call.services.showJob(jobOf(call)) }),
  PATCH: operation({ body: jobPatch, run: (call) => call.services.patchJob(jobOf(call), call.body) }),
  DELETE: operation({ run: (call) => call.services.deleteJob(jobOf(call)) }),
})
