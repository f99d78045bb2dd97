import { seenRows } from '@/lib/contracts/visit'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/visits', {
  POST: operation({ body: seenRows, run: (call) => call.services.markSeen(parseJobRef(call), call.body) }),
})
