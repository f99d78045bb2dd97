import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/fairness', {
  GET: operation({ run: (call) => call.services.showFairness(parseJobRef(call)) }),
})
