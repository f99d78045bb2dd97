import { jobOf, limitOf, pageStartOf } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'
import { parseView } from '@/lib/url/view'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates', {
  GET: operation({
    run: (call) =>
      call.services.candidatePageBytes(
        jobOf(call),
        parseView(call.search),
        pageStartOf(call.search),
        limitOf(call.search),
      ),
  }),
})
