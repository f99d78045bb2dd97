import { resetLinkLook } from '@/lib/contracts/people'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/password-resets/look', {
  POST: openOperation({
    body: resetLinkLook,
    run: ({ runtime, body, address }) => runtime.authServices.lookAtResetLink(body.token, address),
  }),
})
