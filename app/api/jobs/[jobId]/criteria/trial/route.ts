import { criterionDraft } from '@/lib/contracts/criteria'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/criteria/trial', {
  POST: operation({
    body: criterionDraft,
    run: (call) => call.services.tryCriterion(parseJobRef(call), call.body),
  }),
})
