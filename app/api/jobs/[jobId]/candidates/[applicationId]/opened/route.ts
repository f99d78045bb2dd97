import { openedRequest } from '@/lib/contracts/decisions'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/opened', {
  POST: onApplicant((services) => services.noteOpened, openedRequest),
})
