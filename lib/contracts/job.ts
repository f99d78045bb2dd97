import * as z from 'zod/mini'

/**
 * empty: nothing fetched yet · partial: more can be fetched · complete: everyone the provider counts is stored, as a
 * sweep of a list that stood still has shown · short: the list was read to its end and someone may be missing, because
 * it ended early or moved meanwhile; only another pass can tell.
 */
export const jobStatus = z.enum(['empty', 'partial', 'complete', 'short'])
export type JobStatus = z.infer<typeof jobStatus>

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
  /** Stored people who are in the provider's list no more. */
  gone: z.int(),
  /** How many people may be missing among those stored; null before the provider told a total. */
  missing: z.nullable(z.int()),
  /** Counts what was learned of the list: whoever marks rows as seen says up to which. */
  edition: z.int(),
  /** What this reader has not seen yet; nothing before their first visit, which has no "since". */
  sinceVisit: z.object({
    /** People who applied after the list had been read. */
    new: z.int(),
    /** Known people with another rating. */
    rerated: z.int(),
  }),
})
export type Job = z.infer<typeof job>

export const listedJob = z.extend(job, {
  /** Credits: stated, held and possibly charged, ever. */
  spent: z.int(),
  /** Of these, what is held or was only possibly charged. */
  held: z.int(),
  /** The same as `sinceVisit.new`. */
  new: z.int(),
  /** The most that checking it costs, in credits. */
  checkPrice: z.int(),
})
export type ListedJob = z.infer<typeof listedJob>

export const jobList = z.object({ items: z.array(listedJob) })
export type JobList = z.infer<typeof jobList>

export const jobPatch = z.object({
  /** A recruiter's own name for the job; empty or null clears it. */
  label: z.nullable(z.string().check(z.maxLength(120))),
})
export type JobPatch = z.infer<typeof jobPatch>
