import { tagMerge } from '@/lib/contracts/tags'
import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/tags/:tagId/merge', {
  POST: operation({
    body: tagMerge,
    run: (call) => call.services.mergeTag(parseId(call, 'tagId'), call.body),
  }),
})
