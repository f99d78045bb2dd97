import { exportRequest } from '@/lib/contracts/export'
import { exportSelection, exportView } from '@/lib/server/http/export-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/export', {
  GET: operation({ run: exportView }),
  POST: operation({
    body: exportRequest,
    // 10,000 people by name.
    maxBytes: 1024 * 1024,
    run: exportSelection,
  }),
})
