import 'server-only'
import type { Job, JobList, JobPatch } from '@/lib/contracts/job'
import { cleanLine } from '@/lib/domain/clean-text'
import * as jobs from '@/lib/server/store/jobs'
import type { JobRef } from '@/lib/url/paths'
import { type Context, type JobKey, jobKeyOf } from './context'

const neverOpened = ({ account, jobId }: JobKey): Job => ({
  jobId,
  account,
  label: null,
  total: null,
  stored: 0,
  fetchedAt: null,
  status: 'empty',
  careerFrom: null,
})

/** A job as the store knows it; one never opened is simply empty. */
export async function jobByKey(context: Context, key: JobKey): Promise<Job> {
  const row = await jobs.getJob(context.db, key)
  return row ? jobs.toJob(row) : neverOpened(key)
}

/** A job without marking it as used. @throws AppError account_not_found */
export const showJob = (context: Context, ref: JobRef): Promise<Job> =>
  jobByKey(context, jobKeyOf(context, ref))

/** A reader opens a job: it enters the list of jobs, and counts as used now. @throws AppError account_not_found */
export async function openJob(context: Context, ref: JobRef): Promise<Job> {
  return jobs.toJob(await jobs.touchJob(context.db, jobKeyOf(context, ref)))
}

/** The jobs opened before under the configured accounts, last used first. */
export async function listJobs(context: Context): Promise<JobList> {
  const accounts = context.accounts.map(({ label }) => label)
  const rows = await jobs.listJobs(context.db, { accounts, limit: 200 })
  return { items: rows.map(jobs.toJob) }
}

/** Gives a job the recruiter's own name, or takes it away. @throws AppError account_not_found */
export async function patchJob(context: Context, ref: JobRef, patch: JobPatch): Promise<Job> {
  const key = jobKeyOf(context, ref)
  const label = cleanLine(patch.label)
  await jobs.touchJob(context.db, key)
  return jobs.toJob(await jobs.renameJob(context.db, { ...key, label }))
}
