import { suggestionRequest } from '@/lib/contracts/decisions'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/suggestion', {
  PUT: onApplicant((services) => services.suggest, suggestionRequest),
})
