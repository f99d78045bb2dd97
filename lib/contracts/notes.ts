import * as z from 'zod/mini'
import { memberName, nextActionMark } from './decisions'

/** Characters of a note. */
export const maxNoteLength = 10_000

/** A note on somebody, in small Markdown. */
export const note = z.object({
  id: z.string(),
  text: z.string(),
  by: memberName,
  at: z.iso.datetime(),
  /** When it was last changed; null while it is as it was written. */
  editedAt: z.nullable(z.iso.datetime()),
  /** How many earlier texts of it are kept. */
  earlier: z.int(),
})
export type Note = z.infer<typeof note>

/** The notes on somebody, newest first. */
export const noteList = z.object({ items: z.array(note) })
export type NoteList = z.infer<typeof noteList>

// How long a text may be is judged by the service, which says so in a sentence.
const text = z.string()
/** Of members who are called alike, the ones who are meant by `@name`. */
const mentions = z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)))

export const noteRequest = z.object({ text, mentions })
export type NoteRequest = z.infer<typeof noteRequest>

/** `expected`: the `editedAt` (or, where null, the `at`) of the text that was changed. Another one by now is a 409 with both. */
export const notePatch = z.object({ text, mentions, expected: z.optional(z.iso.datetime()) })
export type NotePatch = z.infer<typeof notePatch>

/** A note and its earlier texts, newest first, at most 100 of them. */
export const noteHistory = z.object({
  note,
  earlier: z.array(z.object({ text: z.string(), by: memberName, at: z.iso.datetime() })),
})
export type NoteHistory = z.infer<typeof noteHistory>

/** Both sides of a note that two people changed at once. */
export const noteClash = z.object({ current: note, yours: z.string() })
export type NoteClash = z.infer<typeof noteClash>

/** What to do next about somebody. */
export const nextActionRequest = z.object({
  text: z.string(),
  /** A day, `2026-04-01`. */
  dueOn: z.optional(z.nullable(z.iso.date())),
  /** Whose it is, by the id of a member. */
  assignee: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
})
export type NextActionRequest = z.infer<typeof nextActionRequest>

/** Characters of what is to be done next. */
export const maxActionLength = 200
export const nextActionAnswer = z.object({
  applicationId: z.string(),
  nextAction: z.nullable(nextActionMark),
})
export type NextActionAnswer = z.infer<typeof nextActionAnswer>

/** A next action of many: those named, or everyone stored who matches a view. Whoever has one keeps it. */
export const bulkNextActionRequest = z.extend(nextActionRequest, {
  applicationIds: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(512))).check(z.minLength(1), z.maxLength(10_000)),
  ),
  /** A query string. */
  view: z.optional(z.string().check(z.maxLength(8_000))),
})
export type BulkNextActionRequest = z.infer<typeof bulkNextActionRequest>

/** What became of them. */
export const bulkNextActionAnswer = z.object({
  /** What undoing names; null where nobody got it. */
  changeId: z.nullable(z.string()),
  set: z.int(),
  /** They have a next action already, which stays. */
  leftAlone: z.int(),
  /** Erased, or not stored in this job. */
  missing: z.int(),
})
export type BulkNextActionAnswer = z.infer<typeof bulkNextActionAnswer>

/** How many next actions an undo took away: those that somebody changed or finished since are left alone. */
export const nextActionUndo = z.object({ removed: z.int() })
export type NextActionUndo = z.infer<typeof nextActionUndo>
