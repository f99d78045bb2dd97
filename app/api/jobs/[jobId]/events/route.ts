import { answerEvents } from '@/lib/server/http/events-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/events', {
  GET: operation({ run: answerEvents }),
})
