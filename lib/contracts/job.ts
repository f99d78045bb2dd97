import * as z from 'zod/mini'

/**
 * empty: nothing fetched yet · partial: more can be fetched · complete: everyone the provider counts is stored ·
 * short: the provider's list ended with fewer people than it counts.
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
})
export type Job = z.infer<typeof job>

export const jobList = z.object({ items: z.array(job) })
export type JobList = z.infer<typeof jobList>

export const jobPatch = z.object({
  /** A recruiter's own name for the job; empty or null clears it. */
  label: z.nullable(z.string().check(z.maxLength(120))),
})
export type JobPatch = z.infer<typeof jobPatch>
