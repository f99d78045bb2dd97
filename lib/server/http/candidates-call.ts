import 'server-only'
import { parseView } from '@/lib/url/view'
import { parseJobRef, parseLimit, parsePageStart } from './job-call'
import { handlers, operation } from './route'

/** `/api/jobs/:jobId/candidates`: pages of a list. */
export const candidates = handlers('/api/jobs/:jobId/candidates', {
  GET: operation({
    run: ({ services, request, ...call }) =>
      services.untilLeft(request.signal, () =>
        services.candidatePageBytes(
          parseJobRef(call),
          parseView(call.search),
          parsePageStart(call.search),
          parseLimit(call.search),
        ),
      ),
  }),
})
