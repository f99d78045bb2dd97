import * as z from 'zod/mini'
import { month } from './month'
import { offers } from './offers'

/**
 * empty: nothing fetched yet · partial: more can be fetched · complete: everyone the provider counts is stored, as a
 * sweep of a list that stood still has shown · short: the list was read to its end and someone may be missing, because
 * it ended early or moved meanwhile; only another pass can tell.
 */
export const jobStatus = z.enum(['empty', 'partial', 'complete', 'short'])
export type JobStatus = z.infer<typeof jobStatus>

/** Until when a job that nobody uses is kept. */
export const retention = z.object({
  /** When it is deleted with all its applicants unless it is used before; null for one that is kept beyond that. */
  purgeAt: z.nullable(z.iso.datetime()),
  /** That is a week away or less. */
  soon: z.boolean(),
  /** It was that near, and being opened has moved it: what it was before. */
  movedFrom: z.nullable(z.iso.datetime()),
  /** Whose rule sets the time; null for the setting of all jobs. */
  preset: z.nullable(z.string()),
  kept: z.nullable(z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() })),
})
export type Retention = z.infer<typeof retention>

/** How many of those stored the team decided what about. */
export const decidedCounts = z.object({
  shortlist: z.int(),
  maybe: z.int(),
  reject: z.int(),
  undecided: z.int(),
  /** Decided about, and opened by nobody. */
  unopened: z.int(),
  /** Rated Not a fit: the network hides them by itself, and they are shown here. */
  notAFit: z.int(),
})
export type DecidedCounts = z.infer<typeof decidedCounts>

export const job = z.object({
  jobId: z.string(),
  /** The account's label, never its id. */
  account: z.string(),
  label: z.nullable(z.string()),
  total: z.nullable(z.int()),
  stored: z.int(),
  fetchedAt: z.nullable(z.iso.datetime()),
  status: jobStatus,
  /** Where the earliest career among those stored begins, months since year 0; null when no date is known. */
  careerFrom: z.nullable(z.int()),
  /** The month that counts as now where careers are drawn: the server's, not the reader's. */
  asOf: month,
  /** Somebody stored has a day on which they applied; somebody has an education. Without, nothing on the page asks for it. */
  hasApplied: z.boolean(),
  hasEducation: z.boolean(),
  /** The team set criteria for it. */
  hasCriteria: z.boolean(),
  /** What a filter by them can name; absent where that is not known. */
  criteriaNames: z.optional(z.array(z.string())),
  /** Stored people who are in the provider's list no more. */
  gone: z.int(),
  /** How many people may be missing among those stored; null before the provider told a total. */
  missing: z.nullable(z.int()),
  /** Rises with everything learned of the list: whoever marks rows as seen, or buys more, says up to which they saw. */
  revision: z.int(),
  offers,
  /** What this reader has not seen yet; nothing before their first visit, which has no "since". */
  sinceVisit: z.object({
    /** People who applied after the list had been read. */
    new: z.int(),
    /** Known people with another rating. */
    rerated: z.int(),
  }),
  /** Told where a job itself is asked for; a page of its applicants is without these. */
  retention: z.optional(retention),
  decided: z.optional(decidedCounts),
})
export type Job = z.infer<typeof job>

export const listedJob = z.extend(job, {
  /** Credits: stated, held and possibly charged, ever. */
  spent: z.int(),
  /** Of these, what is held or was only possibly charged. */
  held: z.int(),
  /** The same as `sinceVisit.new`. */
  new: z.int(),
})
export type ListedJob = z.infer<typeof listedJob>

export const jobList = z.object({
  items: z.array(listedJob),
  /** For the next page; null at the end. */
  nextCursor: z.nullable(z.string()),
})
export type JobList = z.infer<typeof jobList>

export const jobPatch = z.object({
  /** A recruiter's own name for the job; empty or null clears it. */
  label: z.nullable(z.string().check(z.maxLength(120))),
})
export type JobPatch = z.infer<typeof jobPatch>

/** Why a job is kept beyond the time that unused ones are. */
export const jobKeep = z.object({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) })
export type JobKeep = z.infer<typeof jobKeep>

/** By which rule an unused job is deleted; null for the setting of all jobs. */
export const jobRetention = z.object({ preset: z.nullable(z.string().check(z.maxLength(16))) })
export type JobRetention = z.infer<typeof jobRetention>

/** What went with a job. */
export const jobDeleted = z.object({ applicants: z.int(), changes: z.int(), links: z.int() })
export type JobDeleted = z.infer<typeof jobDeleted>
