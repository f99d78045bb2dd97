import { answerMetrics } from '@/lib/server/http/metrics-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/metrics', {
  GET: openOperation({ run: answerMetrics }),
})
