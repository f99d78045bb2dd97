import 'server-only'
import type { ApplicationIds, Candidate, CandidateDetail, CandidatePage } from '@/lib/contracts/candidate'
import type { Facets } from '@/lib/contracts/facets'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { AppError } from '@/lib/server/app-error'
import * as facets from '@/lib/server/store/candidate-facets'
import * as pages from '@/lib/server/store/candidate-pages'
import { listChanges } from '@/lib/server/store/candidate-changes'
import * as candidates from '@/lib/server/store/candidates'
import { newsOf } from '@/lib/server/store/visits'
import type { JobRef } from '@/lib/url/paths'
import { type Context, type JobKey, jobKeyOf } from './context'
import { jobByKey } from './jobs'

/** Marks the rows that the reader has not seen since their last visit. */
async function withNews(context: Context, key: JobKey, items: Candidate[]): Promise<Candidate[]> {
  const ids = items.map(({ applicationId }) => applicationId)
  const news = await newsOf(context.db, key, ids)
  return items.map((item) => {
    const kind = news.get(item.applicationId)
    return kind ? { ...item, isNew: kind === 'new', isRerated: kind === 'rerated' } : item
  })
}

/**
 * A page of the stored applicants that a view shows. Free.
 * @param limit rows, 1…200
 * @throws AppError account_not_found, or bad_cursor for a cursor of another view
 */
export async function listCandidates(
  context: Context,
  ref: JobRef,
  view: View,
  start: PageStart,
  limit: number,
): Promise<CandidatePage> {
  const key = jobKeyOf(context, ref)
  try {
    const [job, page] = await Promise.all([
      jobByKey(context, key),
      pages.pageCandidates(context.db, key, { view, start, limit }),
    ])
    const { matched, items, ...rows } = page
    const marked = await withNews(context, key, items)
    return { ...rows, items: marked, counts: { matched, stored: job.stored, total: job.total }, job }
  } catch (error) {
    if (error instanceof pages.BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

const mostIds = 10_000

/** Whom a view shows, by application, at most 10,000. Free. @throws AppError account_not_found */
export async function listApplicationIds(context: Context, ref: JobRef, view: View): Promise<ApplicationIds> {
  return pages.listApplicationIds(context.db, jobKeyOf(context, ref), view, mostIds)
}

/** One stored candidate in full, and where the view shows them. @throws AppError account_not_found, candidate_not_found */
export async function showCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  view: View,
): Promise<CandidateDetail> {
  const key = jobKeyOf(context, ref)
  const candidate = await candidates.getCandidate(context.db, key, applicationId)
  if (!candidate) throw new AppError('candidate_not_found')
  const [[marked = candidate], changes, otherApplications, index, job] = await Promise.all([
    withNews(context, key, [candidate]),
    listChanges(context.db, key, applicationId),
    candidates.otherApplications(context.db, key, applicationId),
    pages.candidateIndex(context.db, key, view, applicationId),
    jobByKey(context, key),
  ])
  return { candidate: marked, changes, otherApplications, index, job }
}

/** Counts of each filter's choices over the stored rows of a view. @throws AppError account_not_found */
export async function countFacets(context: Context, ref: JobRef, view: View): Promise<Facets> {
  return facets.countFacets(context.db, jobKeyOf(context, ref), view)
}
