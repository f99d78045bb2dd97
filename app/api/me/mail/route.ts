import { mailPatch } from '@/lib/contracts/inbox'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/me/mail', {
  GET: operation({ run: ({ services }) => services.showMailSettings() }),
  PATCH: operation({ body: mailPatch, run: ({ services, body }) => services.patchMailSettings(body) }),
})
