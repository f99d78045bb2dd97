import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { ListEnd } from '@/components/credits/list-end'
import { useAutoload } from '@/components/credits/use-autoload'
import { type FetchMore, useFetchMore } from '@/components/credits/use-fetch-more'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import type { Autoload } from '@/lib/contracts/credits'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { fetches } from '@/lib/query/fetches'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'

const job: Job = {
  ...{ jobId: '4100000100', account: 'main', label: null, fetchedAt: '2026-04-02T10:00:00.000Z' },
  ...{ total: 100, stored: 50, missing: 50, gone: 0, revision: 1, status: 'partial' },
  ...{
    careerFrom: null,
    hasApplied: false,
    hasEducation: false,
    hasCriteria: false,
    asOf: { y: 2026, m: 11 },
  },
  offers: { next: { rows: 50, credits: 5, resumes: false }, check: null, complete: null, refresh: null },
  sinceVisit: { new: 0, rerated: 0 },
}
const idle: FetchMore = {
  ...{ running: null, progress: null, failure: null, ended: null },
  ...{ buy: vi.fn(), retry: vi.fn(), cancel: vi.fn(), dismiss: vi.fn() },
}

function show(autoload: Autoload | null, role: 'recruiter' | 'viewer' = 'recruiter') {
  render(
    <ReaderProvider reader={{ id: 'olive', name: 'Olive', role, signIn: true, keys: defaultKeys }}>
      <ListEnd
        job={job}
        matched={50}
        filtered={false}
        scrolls
        more={idle}
        spend={vi.fn()}
        autoload={autoload}
      />
    </ReaderProvider>,
  )
  return screen.queryByText(/^(Keep scrolling|Auto-load)/)?.textContent ?? null
}

test.each<[Autoload | null, string | null]>([
  [{ used: 20, limit: 25 }, 'Keep scrolling to load more (20 of 25 credits used today).'],
  [{ used: 21, limit: 25 }, 'Auto-load reached today’s limit of 25 credits. Load more with the button.'],
  [{ used: 0, limit: 0 }, null],
  [null, null],
])('with %j the end of the list says what scrolling may do', (autoload, words) => {
  expect(show(autoload)).toBe(words)
  expect(screen.getByRole('button', { name: /Load 50 more/ })).toBeEnabled()
})

test('who may not spend is told nothing of scrolling', () => {
  expect(show({ used: 0, limit: 25 }, 'viewer')).toBeNull()
})

test('a scroll that the server refuses shows what is left, not a failure', async () => {
  const client = new QueryClient()
  const meter = { today: 20, perDay: 500, autoload: { used: 0, limit: 25 } }
  client.setQueryData(keys.creditMeter, meter)
  // What another device spent is known to the server first; reading it again fails here.
  vi.spyOn(bff, 'creditMeter').mockRejectedValue(new Error('away'))
  const fetchMore = vi.spyOn(fetches, 'fetchMore').mockRejectedValue(
    new ProblemError({
      ...{ type: 'about:blank', title: 'Used up', status: 409, code: 'autoload_used_up', detail: '' },
      ...{ needed: 5, left: 3, spent: 0, lastCall: 'free' },
    }),
  )
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const ref = { jobId: job.jobId, account: null }
  const { result } = renderHook(() => ({ more: useFetchMore(ref), autoload: useAutoload() }), { wrapper })
  const seen = { stored: 50, revision: 1 }
  await act(() =>
    result.current.more.buy({ kind: 'next', price: 5, rows: 50, seen, origin: 'end', automatic: true }),
  )
  const visit = window.sessionStorage.getItem('shortlist:visit')
  expect(fetchMore.mock.calls[0]?.[1]).toEqual({ kind: 'next', maxCredits: 5, seen, automatic: true, visit })
  expect(result.current.more.failure).toBeNull()
  expect(result.current.autoload).toEqual({ used: 22, limit: 25 })
})
