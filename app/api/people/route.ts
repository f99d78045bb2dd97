import { parsePeopleSearch } from '@/lib/server/http/people-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/people', {
  GET: operation({
    run: ({ services, search, request }) => {
      const asked = parsePeopleSearch(search)
      // Without a search: who may sign in, as this address answered before there was one.
      return asked === null
        ? services.listPeople()
        : services.untilLeft(request.signal, () => services.searchPeople(asked))
    },
  }),
})
