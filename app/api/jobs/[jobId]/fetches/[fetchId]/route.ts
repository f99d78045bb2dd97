import { parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/fetches/:fetchId', {
  DELETE: operation({
    run: (call) => call.services.cancelFetch(parseJobRef(call), parseId(call, 'fetchId')),
  }),
})
