import { tagsRequest } from '@/lib/contracts/tags'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/tags', {
  PUT: onApplicant((services) => services.setTags, tagsRequest),
})
