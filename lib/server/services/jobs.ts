import 'server-only'
import type { Job, JobList, JobPatch } from '@/lib/contracts/job'
import { cleanLine } from '@/lib/domain/clean-text'
import { listStatus, missingOf, newList } from '@/lib/domain/list-drift'
import { offersOf } from '@/lib/domain/offers'
import { may } from '@/lib/domain/permissions'
import { monthOf } from '@/lib/domain/tenure'
import * as jobs from '@/lib/server/store/jobs'
import { spentByJob } from '@/lib/server/store/ledger-pages'
import { beginVisit, countNews, type News } from '@/lib/server/store/visits'
import type { JobRef } from '@/lib/url/paths'
import { audit, inOneStep } from './audit'
import { withCursor } from './paging'
import { type Context, type JobKey, jobKeyOf } from './context'
import { retentionOf } from './retention'

// A reload, or a look at another job, is the same visit.
const visitPauseMs = 60 * 60_000

const noNews: News = { new: 0, rerated: 0 }

function toJob(context: Context, row: jobs.JobRow, sinceVisit: News): Job {
  const list = jobs.listOf(row)
  return {
    jobId: row.jobId,
    account: row.account,
    label: row.label,
    total: row.total,
    stored: row.stored,
    fetchedAt: row.fetchedAt?.toISOString() ?? null,
    status: listStatus(list),
    careerFrom: row.careerFrom,
    hasApplied: row.hasApplied,
    hasEducation: row.hasEducation,
    asOf: monthOf(context.now().toISOString()),
    gone: row.gone,
    missing: missingOf(list),
    revision: row.edition,
    offers: offersOf(list, context.provider.terms),
    sinceVisit,
  }
}

const neverOpened = (context: Context, { account, jobId }: JobKey): Job => ({
  jobId,
  account,
  label: null,
  total: null,
  stored: 0,
  fetchedAt: null,
  status: 'empty',
  careerFrom: null,
  hasApplied: false,
  hasEducation: false,
  asOf: monthOf(context.now().toISOString()),
  gone: 0,
  missing: null,
  revision: 0,
  offers: offersOf(newList, context.provider.terms),
  sinceVisit: noNews,
})

async function withNews(context: Context, row: jobs.JobRow): Promise<Job> {
  const news = await countNews(context.db, { account: row.account, reader: context.actor.id }, [row.jobId])
  return toJob(context, row, news.get(row.jobId) ?? noNews)
}

/** A job as the store knows it; one never opened is simply empty. */
export async function jobByKey(context: Context, key: JobKey): Promise<Job> {
  const row = await jobs.getJob(context.db, key)
  return row ? withNews(context, row) : neverOpened(context, key)
}

/** A job without marking it as used, and until when it is kept. @throws AppError account_not_found */
export async function showJob(context: Context, ref: JobRef): Promise<Job> {
  const key = jobKeyOf(context, ref)
  const row = await jobs.getJob(context.db, key)
  if (!row) return neverOpened(context, key)
  return { ...(await withNews(context, row)), retention: retentionOf(context, row) }
}

/**
/**
 * A reader opens a job: it enters the list of jobs, and counts as used now. Tells them when that has kept it from being
 * deleted soon. Who may not fill a list opens no new one. After an hour without a look a new visit begins.
 * @throws AppError account_not_found
 */
export async function openJob(context: Context, ref: JobRef): Promise<Job> {
  const key = jobKeyOf(context, ref)
  const before = await jobs.getJob(context.db, key)
  if (!before && !may(context.actor.role, 'edit')) return neverOpened(context, key)
  const row = await jobs.touchJob(context.db, key)
  if (before) {
    const visit = { latest: row.edition, at: context.now(), pauseMs: visitPauseMs }
    await beginVisit(context.db, { ...key, reader: context.actor.id }, visit)
  }
  const due = before && retentionOf(context, before)
  const retention = { ...retentionOf(context, row), movedFrom: due?.soon ? due.purgeAt : null }
  return { ...(await withNews(context, row)), retention }
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
  const idsOf = (account: string) => rows.filter((row) => row.account === account).map(({ jobId }) => jobId)
  const [spent, ...counted] = await Promise.all([
    spentByJob(context.db, accounts),
    ...accounts.map(
      async (account) => [account, await countNews(context.db, { account, reader }, idsOf(account))] as const,
    ),
  ])
  const news = new Map(counted)
  const items = rows.map((row) => {
    const sinceVisit = news.get(row.account)?.get(row.jobId) ?? noNews
    const cost = spent.get(`${row.account} ${row.jobId}`) ?? { spent: 0, held: 0 }
    const retention = retentionOf(context, row)
    return { ...toJob(context, row, sinceVisit), ...cost, new: sinceVisit.new, retention }
  })
  return { items, nextCursor }
}

/** Gives a job the recruiter's own name, or takes it away. @throws AppError account_not_found */
export async function patchJob(context: Context, ref: JobRef, patch: JobPatch): Promise<Job> {
  const key = jobKeyOf(context, ref)
  const label = cleanLine(patch.label)
  const renamed = await inOneStep(context, async (within) => {
    await jobs.touchJob(within.db, key)
    await audit(within, 'job.renamed', { subject: key.jobId, detail: { account: key.account, to: label } })
    return jobs.renameJob(within.db, { ...key, label })
  })
  return withNews(context, renamed)
}
