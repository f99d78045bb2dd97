import { tagPatch } from '@/lib/contracts/tags'
import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/tags/:tagId', {
  PATCH: operation({
    body: tagPatch,
    run: (call) => call.services.patchTag(parseId(call, 'tagId'), call.body),
  }),
  DELETE: operation({ run: (call) => call.services.deleteTag(parseId(call, 'tagId')) }),
})
