import { answerAuth } from '@/lib/server/http/auth-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/auth/*', {
  GET: openOperation({ run: answerAuth }),
  POST: openOperation({ run: answerAuth }),
})
