import * as z from 'zod/mini'

const line = z.string().check(z.maxLength(200))

/** Who answers for applicants' data, as the notice names them. */
export const noticeSender = z.object({
  /** The organisation that recruits; null while nobody has said so. */
  controller: z.nullable(line),
  /** Where applicants write to about their data. */
  contact: z.nullable(line),
})
export type NoticeSender = z.infer<typeof noticeSender>

/** What a job's applicants have to be told, and who has been. */
export const applicantNotice = z.object({
  sender: noticeSender,
  /** The text to send, filled in. */
  text: z.string(),
  counts: z.object({
    /** Everyone stored, without those who were erased. */
    stored: z.int(),
    informed: z.int(),
    /** Stored for longer than a month and not informed. */
    overdue: z.int(),
  }),
  /** Those who have not been informed, longest stored first; at most 100. */
  waiting: z.array(
    z.object({
      applicationId: z.string(),
      name: z.nullable(z.string()),
      firstSeenAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      overdue: z.boolean(),
    }),
  ),
  /** Those who have been informed, newest first; at most 100. */
  informed: z.array(
    z.object({
      applicationId: z.string(),
      name: z.nullable(z.string()),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
  /** Who informed whom, newest first: one entry for everyone who was marked at once; at most 20. */
  log: z.array(
    z.object({
      at: z.iso.datetime(),
      by: z.string(),
      people: z.int(),
      /** What they were sent; null where it was recorded before texts were kept. */
      text: z.nullable(z.string()),
    }),
  ),
})
export type ApplicantNotice = z.infer<typeof applicantNotice>

const id = z.string().check(z.minLength(1), z.maxLength(512), z.regex(/^[^\0]*$/))

/** Records that people were informed, or that they were not after all: by name, or everyone of a view. */
export const noticeRequest = z.strictObject({
  informed: z.boolean(),
  applicationIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(10_000))),
  view: z.optional(z.string().check(z.maxLength(8_000))),
})
export type NoticeRequest = z.infer<typeof noticeRequest>

/** What became of them. */
export const noticeAnswer = z.object({
  /** Whose record has changed: who is meant when this is undone. */
  applicationIds: z.array(z.string()),
  changed: z.int(),
  unchanged: z.int(),
  /** Erased, or not stored in this job. */
  missing: z.int(),
})
export type NoticeAnswer = z.infer<typeof noticeAnswer>
