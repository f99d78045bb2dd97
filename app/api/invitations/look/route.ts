import { invitationLook } from '@/lib/contracts/people'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/invitations/look', {
  POST: openOperation({
    body: invitationLook,
    run: ({ runtime, body, address }) => runtime.authServices.lookAtInvitation(body.token, address),
  }),
})
