import { noteRequest } from '@/lib/contracts/notes'
import { applicantRoute, onApplicant } from '@/lib/server/http/applicant-route'

export const { GET, POST, PUT, PATCH, DELETE } = applicantRoute('/notes', {
  GET: onApplicant((services) => services.listNotes),
  POST: onApplicant((services) => services.addNote, noteRequest),
})
