import { shareLinkRequest } from '@/lib/contracts/share-link'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/share-links', {
  GET: operation({
    run: ({ services, search }) => {
      const jobId = search.get('job')
      const ref = jobId === null ? null : parseJobRef({ params: { jobId }, search })
      return services.listShareLinks(ref, search.get('cursor') || null)
    },
  }),
  POST: operation({ body: shareLinkRequest, run: ({ services, body }) => services.makeShareLink(body) }),
})
