import type { Formats } from '@/components/shared/use-formats'
import type { CreditsPage } from '@/lib/contracts/credits'

/** What was spent on one job of one account. */
export type SpentJob = CreditsPage['totals']['byJob'][number]

/** Tells jobs apart; two accounts can have the same job id. Ends with the id, after a space. */
export const jobKey = ({ account, jobId }: { account: string; jobId: string }) => `${account} ${jobId}`

export const jobName = ({ label, jobId }: SpentJob) => label ?? `Job ${jobId}`

/** A job is chosen by its id: of two accounts that both have it, one choice stands for both. */
export const jobChoices = (jobs: SpentJob[]) =>
  [...new Map(jobs.map((job) => [job.jobId, job])).values()].map((job) => ({
    value: job.jobId,
    label: jobName(job),
  }))

/** What stands below a job's name: its id if it has a label, its account unless that is the default, its people. */
export function jobNote(
  { label, jobId, account, candidates }: SpentJob,
  defaultAccount: string | null,
  { number }: Formats,
): string {
  const people = `${number(candidates)} loaded`
  const parts = [label === null ? null : `Job ${jobId}`, account === defaultAccount ? null : account, people]
  return parts.filter((part) => part !== null).join(' · ')
}
