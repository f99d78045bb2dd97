import 'server-only'
import type {
  ApplicationIds,
  CandidateDetail,
  CandidateHistory,
  CandidatePage,
  MarksNow,
} from '@/lib/contracts/candidate'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import * as facets from '@/lib/server/candidates/store/candidate-facets'
import * as pages from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { listDecisions } from '@/lib/server/candidates/store/decision-history'
import { listChanges } from '@/lib/server/candidates/store/candidate-changes'
import * as candidates from '@/lib/server/candidates/store/candidates'
import { type ListVersion, listVersion } from '@/lib/server/candidates/store/list-version'
import { readMarks } from '@/lib/server/candidates/store/marks'
import { listResponses } from '@/lib/server/candidates/store/guest-responses'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import type { JobRef } from '@/lib/url/paths'
import type { Context } from '@/lib/server/auth/context'
import { jobByKey } from './job'
import type { PageCache, CachedRows } from './page-cache'
import { withCursor } from '@/lib/server/platform/paging'
import { toReaderKey } from './reader-key'
import { facetsInUse, readerOfRows, versionOfRows } from './rows-version'

type Moment = { then: Context; inTurn: boolean; version: ListVersion }

const encoder = new TextEncoder()

/**
 * Reads a list's numbers and its rows as of one moment: otherwise a fetch taken in between would have more people match
 * than are stored, or end a list a page too soon. Mostly none is, which the list's version tells. Else the reading is done
 * again in a snapshot, where its queries wait for each other.
 * @param before the version of the list, read before
 */
async function asOfOneMoment<T>(
  context: Context,
  key: ReaderKey,
  before: ListVersion,
  read: (moment: Moment) => Promise<T>,
): Promise<T> {
  const value = await read({ then: context, inTurn: false, version: before })
  if (before.page === (await listVersion(context.db, key)).page) return value
  return context.db.transaction(
    async (db) => read({ then: { ...context, db }, inTurn: true, version: await listVersion(db, key) }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
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
  const key = toReaderKey(context, ref)
  return withCursor(async () => {
    const before = await listVersion(context.db, key)
    return asOfOneMoment(context, key, before, async ({ then, inTurn, version }) => {
      const job = await jobByKey(then, key)
      const request = { view, start, limit, inTurn, version: versionOfRows(view, version) }
      const { matched, items, ...rest } = await pages.pageCandidates(then.db, key, request)
      const marks = await readMarks(
        then.db,
        key,
        items.map(({ applicationId }) => applicationId),
      )
      return { ...rest, items, marks, counts: { matched, stored: job.stored, total: job.total }, job }
    })
  })
}

/**
 * The same page as JSON bytes. One that was asked for before is given again for as long as nothing in it changed; where
 * only marks did, its rows are not read again.
 * @throws AppError as `listCandidates` does
 */
export async function candidatePageBytes(
  context: Context,
  kept: Pick<PageCache, 'pages' | 'rows'>,
  ref: JobRef,
  view: View,
  start: PageStart,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = toReaderKey(context, ref)
  const rowsAt = async ({ then, inTurn, version }: Moment): Promise<CachedRows> => {
    const of = versionOfRows(view, version)
    const { account, jobId } = key
    const question = JSON.stringify([account, jobId, readerOfRows(view, key, version), view, start, limit])
    return kept.rows.of(question, of, async () => {
      const asked = { view, start, limit, inTurn, version: of }
      const { items, matched, ...rest } = await pages.pageTexts(then.db, key, asked)
      const text = `"items":[${items.map((item) => item.text).join(',')}],${JSON.stringify(rest).slice(1, -1)}`
      const ids = items.map(({ applicationId }) => applicationId)
      return { json: encoder.encode(text), ids, matched }
    })
  }
  const make = async (moment: Moment) => {
    const { db } = moment.then
    const reading = jobByKey(moment.then, key)
    if (moment.inTurn) await reading
    const [job, { json, ids, matched }] = await Promise.all([reading, rowsAt(moment)])
    const marks = await readMarks(db, key, ids)
    const around = { marks, counts: { matched, stored: job.stored, total: job.total }, job }
    return Buffer.concat([encoder.encode('{'), json, encoder.encode(`,${JSON.stringify(around).slice(1)}`)])
  }
  return withCursor(async () => {
    const before = await listVersion(context.db, key)
    return kept.pages.ofAll(JSON.stringify([key, view, start, limit]), before.page, () =>
      asOfOneMoment(context, key, before, make),
    )
  })
}

const maxIds = 10_000

/** Whom a view shows, by application, at most 10,000. Free. @throws AppError account_not_found */
export async function listApplicationIds(context: Context, ref: JobRef, view: View): Promise<ApplicationIds> {
  return pages.listApplicationIds(context.db, toReaderKey(context, ref), view, maxIds)
}

/** What people did about these applicants, and which of them a view still shows. Free. @throws AppError account_not_found */
export async function showMarks(
  context: Context,
  ref: JobRef,
  applicationIds: readonly string[],
  view: View,
): Promise<MarksNow> {
  const key = toReaderKey(context, ref)
  const [marks, matching] = await Promise.all([
    readMarks(context.db, key, applicationIds),
    pages.listMatching(context.db, key, view, applicationIds),
  ])
  return { marks, matching }
}

/** One stored candidate in full, and where the view shows them. @throws AppError account_not_found, candidate_not_found */
export async function showCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  view: View,
): Promise<CandidateDetail> {
  const key = toReaderKey(context, ref)
  const candidate = await candidates.getCandidate(context.db, key, applicationId)
  if (!candidate) throw new AppError('candidate_not_found')
  const [marks, changes, responses, otherApplications, decisions, index, job] = await Promise.all([
    readMarks(context.db, key, [applicationId]),
    listChanges(context.db, key, applicationId),
    listResponses(context.db, key, applicationId),
    candidates.otherApplications(context.db, key, applicationId),
    listDecisions(context.db, key, applicationId),
    pages.candidateIndex(context.db, key, view, applicationId),
    jobByKey(context, key),
  ])
  return {
    candidate,
    mark: marks[applicationId] ?? {},
    changes,
    responses,
    otherApplications,
    decisions,
    index,
    job,
  }
}

/** A person's name; null where there is none, or nobody. @throws AppError account_not_found */
export async function nameCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<string | null> {
  const candidate = await candidates.getCandidate(context.db, toReaderKey(context, ref), applicationId)
  return candidate?.fullName ?? null
}

/** Where a view shows somebody: the row number, or null where it leaves them out. @throws AppError account_not_found, candidate_not_found */
export async function locateCandidate(
  context: Context,
  ref: JobRef,
  applicationId: string,
  view: View,
): Promise<number | null> {
  const key = toReaderKey(context, ref)
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
  const key = toReaderKey(context, ref)
  const [changes, responses, otherApplications, decisions] = await Promise.all([
    listChanges(context.db, key, applicationId),
    listResponses(context.db, key, applicationId),
    candidates.otherApplications(context.db, key, applicationId),
    listDecisions(context.db, key, applicationId),
  ])
  return { changes, responses, otherApplications, decisions }
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
  return facets.countFacets(context.db, teamSource(toReaderKey(context, ref)), view, { asked, find })
}

/**
 * The same counts. Those that were asked for before are given again for as long as no applicant has changed.
 * @throws AppError account_not_found
 */
export async function countFacetsOnce(
  context: Context,
  kept: PageCache,
  ref: JobRef,
  view: View,
  asked: readonly FacetKey[] | null = null,
  find: string | null = null,
): Promise<Facets> {
  const key = toReaderKey(context, ref)
  // Read the version first, so that a concurrent write invalidates this entry.
  const read = [...facetsInUse(view), ...(asked ?? facetKeys)]
  const list = await listVersion(context.db, key)
  const version = versionOfRows(view, list, read)
  const { account, jobId } = key
  const question = JSON.stringify([account, jobId, readerOfRows(view, key, list, read), view, asked, find])
  return kept.facets.ofAll(question, version, () => countFacets(context, ref, view, asked, find))
}
