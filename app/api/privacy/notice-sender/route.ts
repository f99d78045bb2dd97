import { noticeSender } from '@/lib/contracts/applicant-notice'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/privacy/notice-sender', {
  PUT: operation({ body: noticeSender, run: (call) => call.services.saveNoticeSender(call.body) }),
})
