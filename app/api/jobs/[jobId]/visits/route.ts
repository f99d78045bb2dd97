import { seenRows } from '@/lib/contracts/visit'
import { jobOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/visits', {
  POST: operation({ body: seenRows, run: (call) => call.services.markSeen(jobOf(call), call.body) }),
})
