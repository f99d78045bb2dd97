import * as z from 'zod/mini'
import { memberName } from './decisions'

/**
 * message, description: the same text in an application of somebody else · career: the same positions under another name ·
 * profile: one network profile on several applications of a job · reversed: dates that end before they start · future:
 * a date that has not come yet.
 */
export const consistencyKinds = ['message', 'description', 'career', 'profile', 'reversed', 'future'] as const
export type ConsistencyKind = (typeof consistencyKinds)[number]

const side = {
  /** The job or school it stands at; null where it belongs to neither. */
  where: z.nullable(z.string()),
  /** As the applicant wrote it; a long text is cut. */
  text: z.string(),
}

/** The same in another application. */
export const consistencyOther = z.object({
  ...side,
  jobId: z.string(),
  jobLabel: z.nullable(z.string()),
  applicationId: z.string(),
  name: z.string(),
})
export type ConsistencyOther = z.infer<typeof consistencyOther>

/** Why a member took a note as settled. */
export const consistencyResolution = z.object({
  reason: z.string(),
  by: memberName,
  at: z.iso.datetime(),
  /** How many of the others were loaded after that. */
  since: z.int(),
})
export type ConsistencyResolution = z.infer<typeof consistencyResolution>

/** Something about a person that does not fit together. */
export const consistencyNote = z.object({
  key: z.string(),
  kind: z.enum(consistencyKinds),
  /** What was compared, in one sentence. */
  summary: z.string(),
  own: z.object(side),
  /** Those of this job first, then the newest; at most 5. */
  others: z.array(consistencyOther),
  /** How many others there are. */
  otherCount: z.int(),
  /** There may be more others: not all of them were compared. */
  atLeast: z.boolean(),
  /** Null for a note that is open. */
  resolved: z.nullable(consistencyResolution),
})
export type ConsistencyNote = z.infer<typeof consistencyNote>

/** What does not fit together about a person, in no order of weight. */
export const consistencyNotes = z.object({ items: z.array(consistencyNote) })
export type ConsistencyNotes = z.infer<typeof consistencyNotes>

/** Resolves a note, with a reason, or reopens it. */
export const consistencyRequest = z.object({
  resolved: z.boolean(),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})
export type ConsistencyRequest = z.infer<typeof consistencyRequest>
