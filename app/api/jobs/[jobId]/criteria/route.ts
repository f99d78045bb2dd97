import { criteriaRequest } from '@/lib/contracts/criteria'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/criteria', {
  GET: operation({ run: (call) => call.services.showCriteria(parseJobRef(call)) }),
  PUT: operation({
    body: criteriaRequest,
    run: (call) => call.services.saveCriteria(parseJobRef(call), call.body),
  }),
})
