import { tagsRequest } from '@/lib/contracts/tags'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId/tags', {
  PUT: operation({
    body: tagsRequest,
    run: (call) => call.services.setTags(parseJobRef(call), parseApplicationId(call), call.body),
  }),
})
