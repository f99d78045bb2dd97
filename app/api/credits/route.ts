import { limitOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/credits', {
  GET: operation({
    run: ({ services, search }) =>
      services.listCredits({ cursor: search.get('cursor'), limit: limitOf(search) }),
  }),
})
