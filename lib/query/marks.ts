import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Candidate, CandidateDetail, CandidatePage, Mark } from '@/lib/contracts/candidate'
import type { JobRef } from '@/lib/url/paths'
import { keys } from './options'

type Pages = InfiniteData<CandidatePage>
type Change = (mark: Mark, applicationId: string) => Mark

const none: Mark = {}
const has = (data: unknown, ...names: string[]): boolean =>
  typeof data === 'object' && data !== null && names.every((name) => name in data)
const isPages = (data: unknown): data is Pages =>
  has(data, 'pages') && (data as Pages).pages.every((page) => has(page, 'items', 'marks'))
const isDetail = (data: unknown): data is CandidateDetail => has(data, 'candidate', 'mark')

// Pages and marks that do not change stay the same objects, so that their rows are not drawn again.
function changePage(page: CandidatePage, ids: ReadonlySet<string>, change: Change): CandidatePage {
  const changed = page.items.flatMap(({ applicationId }) => {
    if (!ids.has(applicationId)) return []
    const before = page.marks[applicationId] ?? none
    const after = change(before, applicationId)
    return after === before ? [] : [[applicationId, after] as const]
  })
  return changed.length === 0 ? page : { ...page, marks: { ...page.marks, ...Object.fromEntries(changed) } }
}

function changeData(data: unknown, ids: ReadonlySet<string>, change: Change): unknown {
  if (isPages(data)) {
    const pages = data.pages.map((page) => changePage(page, ids, change))
    return pages.every((page, at) => page === data.pages[at]) ? data : { ...data, pages }
  }
  if (isDetail(data) && ids.has(data.candidate.applicationId)) {
    const mark = change(data.mark, data.candidate.applicationId)
    return mark === data.mark ? data : { ...data, mark }
  }
  return data
}

const queriesOf = (client: QueryClient, ref: JobRef) =>
  client.getQueryCache().findAll({ queryKey: keys.job(ref) })

/**
 * Changes what people did about these applications in everything that the browser has read of a job: its pages, and the
 * details of a person. What was read before stays as old as it was.
 */
export function changeMarks(
  client: QueryClient,
  ref: JobRef,
  applicationIds: Iterable<string>,
  change: Change,
): void {
  const ids = new Set(applicationIds)
  for (const query of queriesOf(client, ref)) {
    const { data, dataUpdatedAt: updatedAt, isInvalidated } = query.state
    const after = changeData(data, ids, change)
    if (after === data) continue
    query.setData(after, { updatedAt, manual: true })
    if (isInvalidated) query.invalidate()
  }
}

/** Somebody as the browser has read them last; null where it has not. */
export function findMarked(
  client: QueryClient,
  ref: JobRef,
  applicationId: string,
): { candidate: Candidate; mark: Mark } | null {
  for (const query of queriesOf(client, ref)) {
    const { data } = query.state
    if (isDetail(data) && data.candidate.applicationId === applicationId) return data
    if (!isPages(data)) continue
    for (const page of data.pages) {
      const candidate = page.items.find((item) => item.applicationId === applicationId)
      if (candidate) return { candidate, mark: page.marks[applicationId] ?? none }
    }
  }
  return null
}
