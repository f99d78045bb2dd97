import { noteRequest } from '@/lib/contracts/notes'
import { parseApplicationId, parseJobRef } from '@/lib/server/http/job-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs/:jobId/candidates/:applicationId/notes', {
  GET: operation({ run: (call) => call.services.listNotes(parseJobRef(call), parseApplicationId(call)) }),
  POST: operation({
    body: noteRequest,
    run: (call) => call.services.addNote(parseJobRef(call), parseApplicationId(call), call.body),
  }),
})
