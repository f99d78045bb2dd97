import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/people/:userId/reset-link', {
  POST: operation({ run: (call) => call.services.makeResetLink(parseId(call, 'userId')) }),
})
