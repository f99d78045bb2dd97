import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/consistency', {
  GET: onApplicant((services) => services.showConsistency),
})
