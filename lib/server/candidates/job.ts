import 'server-only'
import type { Job } from '@/lib/contracts/job'
import { listStatus, countMissing, newList } from '@/lib/domain/list-drift'
import { toOffers } from '@/lib/domain/offers'
import { toMonth } from '@/lib/domain/tenure'
import { noNews, unopenedJob } from '@/lib/domain/unopened-job'
import * as jobs from '@/lib/server/candidates/store/jobs'
import { countNews, type News } from '@/lib/server/candidates/store/visits'
import type { Context, JobKey } from '@/lib/server/auth/context'

/** A stored job. */
export function toJob(context: Context, row: jobs.JobRow, sinceVisit: News): Job {
  const list = jobs.toListState(row)
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
    hasCriteria: row.hasCriteria,
    ...(row.criteriaNames ? { criteriaNames: row.criteriaNames } : {}),
    asOf: toMonth(context.now().toISOString()),
    gone: row.gone,
    missing: countMissing(list),
    revision: row.revision,
    offers: toOffers(list, context.provider.terms),
    sinceVisit,
  }
}

/** What stands for a job that nobody opened yet. */
export const neverOpened = (context: Context, key: JobKey): Job =>
  unopenedJob(key, toMonth(context.now().toISOString()), toOffers(newList, context.provider.terms))

/** A stored job as the one who asks sees it, with what is new to them. */
export async function jobWithNews(context: Context, row: jobs.JobRow): Promise<Job> {
  const news = await countNews(context.db, { account: row.account, reader: context.actor.id }, [row.jobId])
  return toJob(context, row, news.get(row.jobId) ?? noNews)
}

/** A job as the store knows it; one never opened is simply empty. */
export async function jobByKey(context: Context, key: JobKey): Promise<Job> {
  const row = await jobs.getJob(context.db, key)
  return row ? jobWithNews(context, row) : neverOpened(context, key)
}
