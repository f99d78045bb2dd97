import { parseKind } from '@/lib/server/http/fetch-call'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/quote', {
  GET: operation({ run: (call) => call.services.quoteFetch(parseJobRef(call), parseKind(call.search)) }),
})
