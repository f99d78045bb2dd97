import type { NextActionRequest, NotePatch, NoteRequest } from '@/lib/contracts/notes'
import type { SecondLookRequest } from '@/lib/contracts/inbox'
import type { TagMerge, TagPatch, TeamTagList } from '@/lib/contracts/tags'
import { queryOptions } from '@tanstack/react-query'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const ofNotes = contractsIn(() => import('@/lib/contracts/notes'))
const ofTags = contractsIn(() => import('@/lib/contracts/tags'))
const ofInbox = contractsIn(() => import('@/lib/contracts/inbox'))
const ofPeople = async () => (await import('@/lib/contracts/people')).done

const send = (method: string, body: unknown): RequestInit => ({ ...json(body), method })
const person = (ref: JobRef, applicationId: string, rest: string) =>
  api(ref, `/candidates/${encodeURIComponent(applicationId)}${rest}`)

export const noteKeys = {
  notes: (ref: JobRef, applicationId: string) => [...keys.candidate(ref, applicationId), 'notes'] as const,
  members: ['members'] as const,
  tags: ['tags'] as const,
}

/** What a team writes about applicants, and what waits for its members. Each throws `ProblemError`. */
export const noteCalls = {
  list: (ref: JobRef, id: string, signal?: AbortSignal) =>
    call(ofNotes('noteList'), person(ref, id, '/notes'), { signal }),
  add: (ref: JobRef, id: string, request: NoteRequest) =>
    call(ofNotes('note'), person(ref, id, '/notes'), send('POST', request)),
  history: (ref: JobRef, id: string, noteId: string, signal?: AbortSignal) =>
    call(ofNotes('noteHistory'), person(ref, id, `/notes/${noteId}`), { signal }),
  edit: (ref: JobRef, id: string, noteId: string, patch: NotePatch) =>
    call(ofNotes('note'), person(ref, id, `/notes/${noteId}`), send('PATCH', patch)),
  remove: (ref: JobRef, id: string, noteId: string) =>
    call(ofPeople, person(ref, id, `/notes/${noteId}`), { method: 'DELETE' }),
  setTags: (ref: JobRef, id: string, tags: string[]) =>
    call(ofTags('tagsAnswer'), person(ref, id, '/tags'), send('PUT', { tags })),
  setNextAction: (ref: JobRef, id: string, request: NextActionRequest) =>
    call(ofNotes('nextActionAnswer'), person(ref, id, '/next-action'), send('PUT', request)),
  clearNextAction: (ref: JobRef, id: string) =>
    call(ofNotes('nextActionAnswer'), person(ref, id, '/next-action'), { method: 'DELETE' }),
  askSecondLook: (ref: JobRef, id: string, request: SecondLookRequest) =>
    call(ofPeople, person(ref, id, '/second-looks'), send('POST', request)),
  members: (signal?: AbortSignal) => call(ofInbox('memberList'), '/api/members', { signal }),
  tags: (signal?: AbortSignal) => call(ofTags('teamTagList'), '/api/tags', { signal }),
  patchTag: (id: string, patch: TagPatch) => call(ofTags('teamTag'), `/api/tags/${id}`, send('PATCH', patch)),
  mergeTag: (id: string, merge: TagMerge) =>
    call(ofTags('teamTag'), `/api/tags/${id}/merge`, send('POST', merge)),
  deleteTag: (id: string) => call(ofPeople, `/api/tags/${id}`, { method: 'DELETE' }),
  inbox: (cursor: string | null, signal?: AbortSignal) =>
    call(ofInbox('inboxPage'), `/api/inbox${cursor === null ? '' : `?cursor=${cursor}`}`, { signal }),
  markRead: (id: number, read: boolean) => call(ofPeople, `/api/inbox/${id}`, send('PATCH', { read })),
  readAll: (upTo: number) => call(ofInbox('inboxCount'), '/api/inbox/read', send('POST', { upTo })),
  setMail: (mentions: boolean) => call(ofInbox('mailSettings'), '/api/me/mail', send('PATCH', { mentions })),
}

/** What the team wrote about somebody. */
export const notesQuery = (ref: JobRef, applicationId: string) =>
  queryOptions({
    queryKey: noteKeys.notes(ref, applicationId),
    queryFn: ({ signal }) => noteCalls.list(ref, applicationId, signal),
    staleTime: 30_000,
  })

/** The team's tags, by name. */
export const tagsQuery = (fetchTags: (signal?: AbortSignal) => Promise<TeamTagList>) =>
  queryOptions({ queryKey: noteKeys.tags, queryFn: ({ signal }) => fetchTags(signal) })
