import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/reveal', {
  POST: onApplicant((services) => services.revealCandidate),
})
