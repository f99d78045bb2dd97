import { fetchRequest } from '@/lib/contracts/fetch'
import { answerFetch } from '@/lib/server/http/fetch-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/fetches', {
  POST: operation({ body: fetchRequest, run: answerFetch }),
})
