import 'server-only'
import { createHash } from 'node:crypto'
import type {
  ApplicationIds,
  Candidate,
  CandidateDetail,
  CandidateHistory,
  CandidatePage,
} from '@/lib/contracts/candidate'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { PageStart } from '@/lib/contracts/page-start'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import { AppError } from '@/lib/server/app-error'
import * as facets from '@/lib/server/store/candidate-facets'
import * as pages from '@/lib/server/store/candidate-pages'
import { listChanges } from '@/lib/server/store/candidate-changes'
import * as candidates from '@/lib/server/store/candidates'
import { hasResponses, responsesOf, votesOf } from '@/lib/server/store/share-responses'
import { listVersion } from '@/lib/server/store/list-version'
import { newsOf, type ReaderKey } from '@/lib/server/store/visits'
import type { JobRef } from '@/lib/url/paths'
import { type Context, readerKeyOf } from './context'
import { jobByKey } from './jobs'
import type { PageBytes } from './page-bytes'

/** Marks the rows that the reader has not seen since their last visit. */
async function withNews(context: Context, key: ReaderKey, items: Candidate[]): Promise<Candidate[]> {
  const ids = items.map(({ applicationId }) => applicationId)
  const news = await newsOf(context.db, key, ids)
  return items.map((item) => {
    const kind = news.get(item.applicationId)
    return kind ? { ...item, isNew: kind === 'new', isRerated: kind === 'rerated' } : item
  })
}

/** Marks those of whom guests of a share link said something. */
async function withVotes(context: Context, key: ReaderKey, items: Candidate[]): Promise<Candidate[]> {
  if (!(await hasResponses(context.db, key))) return items
  const ids = items.map(({ applicationId }) => applicationId)
  const votes = await votesOf(context.db, key, ids)
  return items.map((item) => {
    const counted = votes.get(item.applicationId)
    return counted ? { ...item, votes: counted } : item
  })
}

type Moment = { then: Context; inTurn: boolean; version: string }

// Short enough for a cursor.
const digest = (version: string) => createHash('sha256').update(version).digest('base64url').slice(0, 16)

/**
 * Reads a list's numbers and its rows as of one moment: otherwise a fetch taken in between would have more people match
 * than are stored, or end a list a page too soon. Mostly none is, which the list's version tells. Else the reading is done
 * again in a snapshot, where its queries wait for each other.
 * @param before the version of the list, read before
 */
async function asOfOneMoment<T>(
  context: Context,
  key: ReaderKey,
  before: string,
  read: (moment: Moment) => Promise<T>,
): Promise<T> {
  const value = await read({ then: context, inTurn: false, version: digest(before) })
  if (before === (await listVersion(context.db, key))) return value
  return context.db.transaction(
    async (db) => {
      const version = digest(await listVersion(db, key))
      return read({ then: { ...context, db }, inTurn: true, version })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function pageOfMoment(
  then: Context,
  key: ReaderKey,
  asked: pages.Asked,
  job: Job,
): Promise<CandidatePage> {
  const { matched, items, ...rows } = await pages.pageCandidates(then.db, key, asked)
  const marked = await withVotes(then, key, await withNews(then, key, items))
  return { ...rows, items: marked, counts: { matched, stored: job.stored, total: job.total }, job }
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
  const key = readerKeyOf(context, ref)
  try {
    const before = await listVersion(context.db, key)
    return await asOfOneMoment(context, key, before, async ({ then, inTurn, version }) =>
      pageOfMoment(then, key, { view, start, limit, inTurn, version }, await jobByKey(then, key)),
    )
  } catch (error) {
    if (error instanceof pages.BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

/**
 * The same page as JSON bytes. One that was asked for before is given again as long as its list is of the same version.
 * @throws AppError as `listCandidates` does
 */
export async function candidatePageBytes(
  context: Context,
  kept: PageBytes,
  ref: JobRef,
  view: View,
  start: PageStart,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = readerKeyOf(context, ref)
  const before = await listVersion(context.db, key)
  const make = async ({ then, inTurn, version }: Moment) => {
    const asked = { view, start, limit, inTurn, version }
    const reading = jobByKey(then, key)
    if (inTurn) await reading
    // What a reader has not seen, and what guests said, is marked row by row; without any, rows go out as they are stored.
    const [job, { items, matched, ...rest }] = await Promise.all([
      reading,
      pages.pageTexts(then.db, key, asked),
    ])
    const news = job.sinceVisit.new + job.sinceVisit.rerated
    if (news > 0 || (await hasResponses(then.db, key)))
      return JSON.stringify(await pageOfMoment(then, key, asked, job))
    const counts = { matched, stored: job.stored, total: job.total }
    const facts = JSON.stringify({ ...rest, counts })
    return `{"items":[${items.join(',')}],"job":${JSON.stringify(job)},${facts.slice(1)}`
  }
  try {
    return await kept.of(JSON.stringify([key, view, start, limit]), before, () =>
      asOfOneMoment(context, key, before, make),
    )
  } catch (error) {
    if (error instanceof pages.BadCursorError) throw new AppError('bad_cursor', {}, { cause: error })
    throw error
  }
}

const mostIds = 10_000

/** Whom a view shows, by application, at most 10,000. Free. @throws AppError account_not_found */
export async function listApplicationIds(context: Context, ref: JobRef, view: View): Promise<ApplicationIds> {
  return pages.listApplicationIds(context.db, readerKeyOf(context, ref), view, mostIds)
}

/** One stored candidate in full, and where the view shows them. @throws AppError account_not_found, candidate_not_found */
export async function showCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  view: View,
): Promise<CandidateDetail> {
  const key = readerKeyOf(context, ref)
  const candidate = await candidates.getCandidate(context.db, key, applicationId)
  if (!candidate) throw new AppError('candidate_not_found')
  const [[marked = candidate], changes, responses, otherApplications, index, job] = await Promise.all([
    withNews(context, key, [candidate]).then((items) => withVotes(context, key, items)),
    listChanges(context.db, key, applicationId),
    responsesOf(context.db, key, applicationId),
    candidates.otherApplications(context.db, key, applicationId),
    pages.candidateIndex(context.db, key, view, applicationId),
    jobByKey(context, key),
  ])
  return { candidate: marked, changes, responses, otherApplications, index, job }
}

/** A person's name; null where there is none, or nobody. @throws AppError account_not_found */
export async function nameCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<string | null> {
  const candidate = await candidates.getCandidate(context.db, readerKeyOf(context, ref), applicationId)
  return candidate?.fullName ?? null
}

/** Where a view shows somebody: the row number, or null where it leaves them out. @throws AppError account_not_found, candidate_not_found */
export async function locateCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  view: View,
): Promise<number | null> {
  const key = readerKeyOf(context, ref)
  const index = await pages.candidateIndex(context.db, key, view, applicationId)
  if (index === null && !(await candidates.getCandidate(context.db, key, applicationId)))
    throw new AppError('candidate_not_found')
  return index
}

/**
 * What opens with a person beside what their row has: what changed, what guests said, their other applications. Empty for
 * somebody who is not stored.
 * @throws AppError account_not_found
 */
export async function showHistory(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<CandidateHistory> {
  const key = readerKeyOf(context, ref)
  const [changes, responses, otherApplications] = await Promise.all([
    listChanges(context.db, key, applicationId),
    responsesOf(context.db, key, applicationId),
    candidates.otherApplications(context.db, key, applicationId),
  ])
  return { changes, responses, otherApplications }
}

/**
 * Counts of filters' choices over the stored rows of a view: of all filters, or of those asked for.
 * @param find only choices that have this text in them
 * @throws AppError account_not_found
 */
export async function countFacets(
  context: Context,
  ref: JobRef,
  view: View,
  asked: readonly FacetKey[] | null = null,
  find: string | null = null,
): Promise<Facets> {
  return facets.countFacets(context.db, readerKeyOf(context, ref), view, { asked, find })
}
