import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { useCandidatePages } from '@/components/candidate-table/use-candidate-pages'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { emptyView } from '@/lib/contracts/words'
import { applicant } from './people'

const stored = 2_000
const job = {
  jobId: '4100002000',
  account: 'main',
  label: null,
  total: stored,
  stored,
  fetchedAt: '2026-04-02T10:00:00.000Z',
  status: 'complete' as const,
  careerFrom: null,
  hasApplied: false,
  hasEducation: false,
  hasCriteria: false,
  asOf: { y: 2026, m: 11 },
  gone: 0,
  missing: 0,
  revision: 1,
  offers: { next: null, check: null, complete: null, refresh: null },
  sinceVisit: { new: 0, rerated: 0 },
}

/** A list as the server pages it: its cursors are row numbers. */
function answer(url: string): CandidatePage {
  const { searchParams } = new URL(url, 'http://shortlist.test')
  const [cursor, at] = [searchParams.get('cursor'), searchParams.get('at')]
  const limit = Number(searchParams.get('limit'))
  const firstIndex = Math.min(Number(cursor ?? at ?? 0), stored - limit)
  const end = firstIndex + limit
  return {
    items: Array.from({ length: limit }, (_, row) =>
      applicant([], { applicationId: `app-${firstIndex + row}`, position: firstIndex + row }),
    ),
    marks: {},
    nextCursor: end < stored ? String(end) : null,
    prevCursor: firstIndex > 0 ? String(Math.max(0, firstIndex - limit)) : null,
    firstIndex,
    counts: { matched: stored, stored, total: stored },
    job,
  }
}

/** Shows the hook's pages of the whole list. */
function open() {
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const ref = { jobId: job.jobId, account: null }
  return renderHook(() => useCandidatePages(ref, emptyView, null), { wrapper })
}

test('a list that changes at every reading is read a few times and then shown, not read for ever', async () => {
  let reads = 0
  // Somebody comes before all others at every reading: cursors stand at people, and their row numbers are never right.
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    reads += 1
    const came = reads
    const { searchParams } = new URL(String(input), 'http://shortlist.test')
    const from = Number(searchParams.get('cursor') ?? -came)
    const [limit, end] = [30, 75]
    const ids = Array.from({ length: Math.min(limit, end - from) }, (_, at) => from + at)
    const next = from + ids.length
    const stored = end + came
    return Response.json({
      items: ids.map((id) => applicant([], { applicationId: `app-${id}`, position: id + came })),
      marks: {},
      nextCursor: next < end ? String(next) : null,
      prevCursor: searchParams.has('cursor') ? String(from - limit) : null,
      firstIndex: from + came,
      counts: { matched: stored, stored, total: stored },
      job: { ...job, stored },
    } satisfies CandidatePage)
  })
  const { result } = open()
  await waitFor(() => expect(result.current.range?.keys.length).toBeGreaterThan(0))
  for (let page = 0; page < 4; page += 1) {
    act(() => result.current.cover(0, (result.current.range?.items.length ?? 0) - 1))
    await waitFor(() => expect(result.current.fetching).toBe(false))
  }
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(reads).toBeLessThan(20)
  const { range } = result.current
  expect(new Set(range?.keys).size).toBe(range?.keys.length)
  expect(range?.keys.at(-1)).toBe('app-74')
  // No row that never comes: the list ends where its last page says.
  expect((range?.firstIndex ?? 0) + (range?.items.length ?? 0)).toBe(range?.count)
  const settled = reads
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(reads).toBe(settled)
})

test('a reader who returns to the start of a long list for the second time finds its people again', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => Response.json(answer(String(input))))
  const { result } = open()
  const first = () => result.current.range?.firstIndex
  const has = (row: number) => result.current.range?.keys.includes(`app-${row}`) ?? false
  const goTo = async (row: number) => {
    act(() => result.current.cover(row, row + 12))
    await waitFor(() => expect(has(row) && has(row + 12)).toBe(true))
    await waitFor(() => expect(result.current.fetching).toBe(false))
  }
  await waitFor(() => expect(has(0)).toBe(true))
  await goTo(1_500)
  await goTo(0)
  // On foot, until the pages at the start have been let go.
  for (let row = 30; row < 900; row += 30) await goTo(row)
  expect(first()).toBeGreaterThan(250)
  await goTo(0)
  expect(first()).toBe(0)
})

test('a view that was left before the list grew is read again before its counts are shown', async () => {
  let size = 50
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const { q } = Object.fromEntries(new URL(String(input), 'http://shortlist.test').searchParams)
    const matched = q ? size : 0
    return Response.json({
      items: matched ? [applicant([], { applicationId: 'app-1' })] : [],
      marks: {},
      ...{ nextCursor: null, prevCursor: null, firstIndex: 0 },
      counts: { matched, stored: size, total: 412 },
      job: { ...job, stored: size, revision: size },
    } satisfies CandidatePage)
  })
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const ref = { jobId: job.jobId, account: null }
  const searched = { ...emptyView, q: 'e' }
  const said: number[] = []
  const { result, rerender } = renderHook(
    ({ view }) => {
      const pages = useCandidatePages(ref, view, null)
      if (pages.range) said.push(pages.range.counts.stored)
      return pages
    },
    { wrapper, initialProps: { view: searched } },
  )
  await waitFor(() => expect(result.current.range?.counts.stored).toBe(50))
  rerender({ view: emptyView })
  await waitFor(() => expect(result.current.stale).toBe(false))
  // Somebody loads the rest, which a reading of this view shows.
  size = 412
  await act(() => client.refetchQueries({ type: 'active' }))
  await waitFor(() => expect(result.current.range?.counts.stored).toBe(412))
  said.length = 0
  rerender({ view: searched })
  await waitFor(() => expect(result.current.stale).toBe(false))
  expect(result.current.range?.q).toBe('e')
  expect(new Set(said)).toEqual(new Set([412]))
})
