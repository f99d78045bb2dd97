import 'server-only'
import type { Job, JobList, JobPatch } from '@/lib/contracts/job'
import { cleanLine } from '@/lib/domain/clean-text'
import { may } from '@/lib/domain/permissions'
import { countDecided } from '@/lib/server/candidates/store/decided-counts'
import * as jobs from '@/lib/server/candidates/store/jobs'
import { spentByJob } from '@/lib/server/purchases/store/ledger-pages'
import { beginVisit, countNews } from '@/lib/server/candidates/store/visits'
import type { JobRef } from '@/lib/url/paths'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import { withCursor } from '@/lib/server/platform/paging'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { jobWithNews, neverOpened, toJob } from '@/lib/server/candidates/job'
import { noNews } from '@/lib/domain/unopened-job'
import { getRetention } from '@/lib/server/privacy/retention'

// A reload, or a look at another job, is the same visit.
const visitPauseMs = 60 * 60_000

/** A job without marking it as used, and until when it is kept. @throws AppError account_not_found */
export async function showJob(context: Context, ref: JobRef): Promise<Job> {
  const key = toJobKey(context, ref)
  const row = await jobs.getJob(context.db, key)
  if (!row) return neverOpened(context, key)
  const decided = await countDecided(context.db, row, context.actor.id)
  return { ...(await jobWithNews(context, row)), retention: getRetention(context, row), decided }
}

/**
 * A reader opens a job: it enters the list of jobs, and counts as used now. Tells them when that has kept it from being
 * deleted soon. Who may not fill a list opens no new one. After an hour without a look a new visit begins.
 * @throws AppError account_not_found
 */
export async function openJob(context: Context, ref: JobRef): Promise<Job> {
  const key = toJobKey(context, ref)
  const before = await jobs.getJob(context.db, key)
  if (!before && !may(context.actor.role, 'edit')) return neverOpened(context, key)
  const row = await jobs.touchJob(context.db, key)
  if (before) {
    const visit = { latest: row.revision, at: context.now(), pauseMs: visitPauseMs }
    await beginVisit(context.db, { ...key, reader: context.actor.id }, visit)
  }
  const due = before && getRetention(context, before)
  const retention = { ...getRetention(context, row), movedFrom: due?.soon ? due.purgeAt : null }
  const decided = await countDecided(context.db, row, context.actor.id)
  return { ...(await jobWithNews(context, row)), retention, decided }
}

const jobsPerPage = 200
const firstJobs = { find: null, cursor: null }

/**
 * A page of the jobs opened before under the configured accounts, last used first, with what each has cost.
 * @param find a text in the name or the id; null for all
 * @throws AppError bad_cursor
 */
export async function listJobs(
  context: Context,
  { find, cursor }: { find: string | null; cursor: string | null } = firstJobs,
): Promise<JobList> {
  const accounts = context.accounts.map(({ label }) => label)
  const { id: reader } = context.actor
  const { rows, nextCursor } = await withCursor(() =>
    jobs.listJobs(context.db, { accounts, find }, { cursor, limit: jobsPerPage }),
  )
  const jobIds = (account: string) => rows.filter((row) => row.account === account).map(({ jobId }) => jobId)
  const [spent, ...counted] = await Promise.all([
    spentByJob(context.db, accounts),
    ...accounts.map(
      async (account) =>
        [account, await countNews(context.db, { account, reader }, jobIds(account))] as const,
    ),
  ])
  const news = new Map(counted)
  const items = rows.map((row) => {
    const sinceVisit = news.get(row.account)?.get(row.jobId) ?? noNews
    const cost = spent.get(`${row.account} ${row.jobId}`) ?? { spent: 0, held: 0 }
    const retention = getRetention(context, row)
    return { ...toJob(context, row, sinceVisit), ...cost, new: sinceVisit.new, retention }
  })
  return { items, nextCursor }
}

/** Gives a job the recruiter's own name, or takes it away. @throws AppError account_not_found */
export async function patchJob(context: Context, ref: JobRef, patch: JobPatch): Promise<Job> {
  const key = toJobKey(context, ref)
  const label = cleanLine(patch.label)
  const renamed = await inOneStep(context, async (within) => {
    await jobs.touchJob(within.db, key)
    await audit(within, 'job.renamed', { subject: key.jobId, detail: { account: key.account, to: label } })
    return jobs.renameJob(within.db, { ...key, label })
  })
  return jobWithNews(context, renamed)
}
