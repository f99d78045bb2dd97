import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/decisions', {
  GET: onApplicant((services) => services.listDecisions),
})
