import { ledgerFilterOf } from '@/lib/server/http/credits-call'
import { limitOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/credits', {
  GET: operation({
    run: async ({ services, search }) =>
      services.listCredits({
        filter: ledgerFilterOf(search),
        cursor: search.get('cursor'),
        limit: limitOf(search),
      }),
  }),
})
