import { decisionRequest } from '@/lib/contracts/decisions'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/decision', {
  PUT: onApplicant((services) => services.decide, decisionRequest),
})
