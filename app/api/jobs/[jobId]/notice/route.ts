import { noticeRequest } from '@/lib/contracts/applicant-notice'
import { parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/notice', {
  GET: operation({ run: (call) => call.services.showApplicantNotice(parseJobRef(call)) }),
  POST: operation({
    body: noticeRequest,
    // 10,000 people by name.
    maxBytes: 1024 * 1024,
    run: (call) => call.services.recordInformed(parseJobRef(call), call.body),
  }),
})
