import { parseId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/next-actions/:changeId', {
  DELETE: operation({
    run: async (call) => call.services.undoNextActions(parseJobRef(call), parseId(call, 'changeId')),
  }),
})
