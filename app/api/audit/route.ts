import { parseAuditFilter } from '@/lib/server/http/audit-call'
import { parseLimit } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/audit', {
  GET: operation({
    run: async ({ services, search }) =>
      services.listAudit({
        filter: parseAuditFilter(search),
        cursor: search.get('cursor'),
        limit: parseLimit(search),
      }),
  }),
})
