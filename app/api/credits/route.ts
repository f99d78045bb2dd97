import { parseLedgerFilter } from '@/lib/server/http/credits-call'
import { parseLimit } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/credits', {
  GET: operation({
    run: async ({ services, search }) =>
      services.listCredits({
        filter: parseLedgerFilter(search),
        cursor: search.get('cursor'),
        limit: parseLimit(search),
      }),
  }),
})
