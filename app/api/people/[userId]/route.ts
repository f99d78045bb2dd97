import { memberPatch } from '@/lib/contracts/people'
import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/people/:userId', {
  PATCH: operation({
    body: memberPatch,
    run: (call) => call.services.changeMember(parseId(call, 'userId'), call.body),
  }),
})
