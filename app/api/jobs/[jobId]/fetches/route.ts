import { fetchRequest } from '@/lib/contracts/fetch'
import { idempotencyKeyOf, jobOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/fetches', {
  POST: operation({
    body: fetchRequest,
    run: (call) =>
      call.services.fetchCandidates(jobOf(call), call.body, {
        idempotencyKey: idempotencyKeyOf(call.request),
      }),
  }),
})
