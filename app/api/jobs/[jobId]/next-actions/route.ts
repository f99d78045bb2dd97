import { bulkNextActionRequest } from '@/lib/contracts/notes'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/next-actions', {
  POST: operation({
    body: bulkNextActionRequest,
    // 10,000 people by name.
    maxBytes: 1024 * 1024,
    run: (call) => call.services.setNextActions(parseJobRef(call), call.body),
  }),
})
