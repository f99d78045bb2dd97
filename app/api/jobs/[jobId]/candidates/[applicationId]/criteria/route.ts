import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/criteria', {
  GET: onApplicant((services) => services.showChecklist),
})
