import { exportAudit } from '@/lib/server/http/audit-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/audit/export', {
  GET: operation({ run: exportAudit }),
})
