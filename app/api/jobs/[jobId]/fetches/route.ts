import { fetchRequest } from '@/lib/contracts/fetch'
import { answerFetch, fetchRefused } from '@/lib/server/http/fetch-call'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/fetches', {
  GET: operation({ run: (call) => call.services.runningFetch(parseJobRef(call)) }),
  POST: operation({ body: fetchRequest, run: answerFetch, refused: fetchRefused }),
})
