import { notePatch } from '@/lib/contracts/notes'
import { parseApplicationId, parseId, parseJobRef } from '@/lib/server/http/job-call'
import { type Call, operation, route } from '@/lib/server/http/route'

const parseNote = (call: Pick<Call, 'params' | 'search'>) =>
  [parseJobRef(call), parseApplicationId(call), parseId(call, 'noteId')] as const

export const { GET, POST, PUT, PATCH, DELETE } = route(
  '/api/jobs/:jobId/candidates/:applicationId/notes/:noteId',
  {
    GET: operation({ run: (call) => call.services.showNote(...parseNote(call)) }),
    PATCH: operation({
      body: notePatch,
      run: (call) => call.services.editNote(...parseNote(call), call.body),
    }),
    DELETE: operation({ run: (call) => call.services.deleteNote(...parseNote(call)) }),
  },
)
