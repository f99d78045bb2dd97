import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { MoreLoads } from '@/components/credits/more-loads'
import { OutcomeNote } from '@/components/credits/outcome-note'
import { progressWords } from '@/components/credits/progress-words'
import type { FetchEntry, FetchKind, FetchProgress, FetchResult } from '@/lib/contracts/fetch'
import { keys } from '@/lib/query/options'

type Came = {
  kind?: FetchKind
  fetch?: Partial<FetchEntry>
  list?: Partial<FetchResult['list']>
  joined?: true
}

function show({ kind = 'next', fetch, list, joined }: Came) {
  const entry = { id: 'f', kind, state: 'settled', offset: 0, count: 50, quoted: 5, consumed: 5, code: null }
  const finds = { new: 0, changed: 0, gone: 0, missing: 0, revision: 1 }
  const result = {
    fetch: { ...entry, ...fetch },
    spent: fetch?.consumed === undefined ? 5 : (fetch.consumed ?? 0),
    lastCall: fetch?.consumed === null ? 'unknown' : 'charged',
    list: { ...{ stored: 50, total: 100, status: 'partial' }, ...finds, ...list },
    ...(joined && { joined }),
  } as FetchResult
  const dismiss = vi.fn()
  const purchase = { kind, price: 5, rows: 50, seen: { stored: 0, revision: 0 }, origin: 'scope' as const }
  const { container } = render(<OutcomeNote more={{ ended: { purchase, result }, dismiss }} />)
  return { dismiss, words: container.querySelector('p')?.textContent ?? null }
}

test.each<[string, Came, string | null]>([
  ['what was expected', { list: { new: 50 } }, null],
  ['less than it was said to cost', { fetch: { consumed: 3 }, list: { new: 30 } }, null],
  [
    'a price that is not known',
    { fetch: { consumed: null }, list: { new: 50 } },
    'The provider stated no price for it, so what it cost is not known.',
  ],
  [
    'pages that brought nobody',
    { kind: 'complete', fetch: { code: 'nobody_more' }, list: { new: 3 } },
    'Stopped, as the last pages brought nobody: 3 new. Pressed again, it goes on from there.',
  ],
  ['a refresh that found changes only', { kind: 'refresh', list: { changed: 3 } }, null],
  [
    'more than it was said to cost',
    { fetch: { consumed: 7 }, list: { new: 50 } },
    'Charged 7 credits, 2 more than the price shown. Everyone sent is kept.',
  ],
  [
    'the agreed price',
    { kind: 'complete', fetch: { code: 'price_reached' }, list: { new: 50 } },
    'Stopped at the agreed price: 50 new. Pressed again, it goes on from there.',
  ],
  [
    'a page that was dearer than said, within the price of all',
    { kind: 'complete', fetch: { code: 'more_charged', quoted: 30, consumed: 14 }, list: { new: 100 } },
    'Stopped, as a page was charged more than its price: 100 new so far. Pressed again, it goes on from there.',
  ],
  [
    'a stop by hand',
    { kind: 'complete', fetch: { code: 'cancelled' } },
    'Stopped: nobody new so far. Pressed again, it goes on from there.',
  ],
  [
    'the end of somebody else’s load',
    { kind: 'complete', joined: true, fetch: { kind: 'check', consumed: 7 }, list: { new: 10 } },
    'Another load of this list was under way, so this one was not started.',
  ],
  ['nobody', {}, 'Nobody new was found.'],
  ['nobody, at a check', { kind: 'check' }, 'Nobody new was found.'],
  [
    'nobody, where someone is missing',
    { kind: 'complete', list: { missing: 2 } },
    'Nobody new was found. 2 may still be missing.',
  ],
  [
    'nobody, and dearer',
    { fetch: { consumed: 6 } },
    'Nobody new was found. Charged 6 credits, 1 more than the price shown. Everyone sent is kept.',
  ],
])('a load that came to %s', (_, came, words) => {
  expect(show(came).words).toBe(words)
})

test('what a load came to can be dismissed, and is not announced a second time', async () => {
  const { dismiss } = show({})
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(dismiss).toHaveBeenCalledOnce()
})

beforeEach(() => {
  // What the floating panel measures itself with; nothing has a size here.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

test('refreshing everyone says so where it only goes on with what was stopped', async () => {
  const client = new QueryClient()
  client.setQueryData(keys.creditMeter, { today: 0, perDay: 500, autoload: { used: 0, limit: 25 } })
  const more = { rows: 80, credits: 8 }
  const job = {
    ...({ status: 'partial', stored: 50, revision: 1 } as const),
    offers: {
      ...{ next: null, check: null },
      complete: { ...more, resumes: false },
      refresh: { ...more, resumes: true },
    },
  }
  render(
    <QueryClientProvider client={client}>
      <MoreLoads job={job} blocked={null} anchor={() => document.body} onSpend={vi.fn()} onClose={vi.fn()} />
    </QueryClientProvider>,
  )
  const again = await screen.findByRole('button', { name: /Refresh everyone/ })
  expect(again).toHaveTextContent('Picks up where it was stopped.')
  expect(screen.getByRole('button', { name: /Load the rest/ })).not.toHaveTextContent('Picks up where')
})

test('what a long load has cost so far is a lower bound once a page stated no price', () => {
  const come: FetchProgress = {
    ...{ fetchId: 'f', kind: 'complete', pages: 2, rows: 100, new: 100, quoted: 30 },
    ...{ spent: 5, lastCall: 'charged', left: { rows: 200, credits: 20 } },
  }
  expect(progressWords(come, String)).toBe('100 loaded · 5 of up to 30 credits')
  expect(progressWords({ ...come, lastCall: 'unknown' }, String)).toBe(
    '100 loaded · at least 5 of up to 30 credits',
  )
})
