import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs', {
  GET: operation({
    run: ({ services, search }) => {
      const find = search.get('q')?.trim().slice(0, 200) || null
      return services.listJobs({ find, cursor: search.get('cursor') || null })
    },
  }),
})
