import { bulkTagsRequest } from '@/lib/contracts/tags'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/tags', {
  POST: operation({
    body: bulkTagsRequest,
    // 10,000 people by name.
    maxBytes: 1024 * 1024,
    run: (call) => call.services.tagMany(parseJobRef(call), call.body),
  }),
})
