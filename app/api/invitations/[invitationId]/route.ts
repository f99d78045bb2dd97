import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/invitations/:invitationId', {
  DELETE: operation({ run: (call) => call.services.withdrawInvitation(parseId(call, 'invitationId')) }),
})
