import { invitationRequest } from '@/lib/contracts/people'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/invitations', {
  POST: operation({ body: invitationRequest, run: ({ services, body }) => services.invite(body) }),
})
