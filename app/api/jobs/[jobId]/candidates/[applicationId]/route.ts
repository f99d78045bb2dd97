import { applicationIdOf, jobOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId', {
  GET: operation({
    run: (call) => call.services.showCandidate(jobOf(call), applicationIdOf(call), parseView(call.search)),
  }),
})
