import { setupRequest } from '@/lib/contracts/people'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/setup', {
  POST: openOperation({
    body: setupRequest,
    run: ({ runtime, body, address }) => runtime.authServices.setUp(body, address),
  }),
})
