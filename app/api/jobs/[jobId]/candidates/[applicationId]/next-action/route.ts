import { nextActionRequest } from '@/lib/contracts/notes'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/next-action', {
  PUT: onApplicant((services) => services.setNextAction, nextActionRequest),
  DELETE: onApplicant((services) => services.clearNextAction),
})
