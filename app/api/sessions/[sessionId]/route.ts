import { parseId } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/sessions/:sessionId', {
  DELETE: operation({ run: (call) => call.services.endSession(parseId(call, 'sessionId')) }),
})
