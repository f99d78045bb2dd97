import { secondLookRequest } from '@/lib/contracts/inbox'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/second-looks', {
  POST: onApplicant((services) => services.askSecondLook, secondLookRequest),
})
