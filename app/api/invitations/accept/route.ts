import { invitationAccept } from '@/lib/contracts/people'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/invitations/accept', {
  POST: openOperation({
    body: invitationAccept,
    run: ({ runtime, body, address }) => runtime.authServices.acceptInvitation(body, address),
  }),
})
