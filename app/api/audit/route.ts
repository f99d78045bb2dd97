import { auditFilterOf } from '@/lib/server/http/audit-call'
import { limitOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/audit', {
  GET: operation({
    run: async ({ services, search }) =>
      services.listAudit({
        filter: auditFilterOf(search),
        cursor: search.get('cursor'),
        limit: limitOf(search),
      }),
  }),
})
