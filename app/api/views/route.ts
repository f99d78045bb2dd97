import { savedViewRequest } from '@/lib/contracts/saved-views'
import { operation, route } from '@/lib/server/http/route'
import { parseCounted, parseJobOfSearch } from '@/lib/server/http/views-call'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/views', {
  GET: operation({
    run: ({ services, search }) =>
      services.listSavedViews(parseJobOfSearch(search), { counted: parseCounted(search) }),
  }),
  POST: operation({
    body: savedViewRequest,
    run: ({ services, search, body }) => services.saveView(parseJobOfSearch(search), body),
  }),
})
