import { QueryClient } from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { FetchNotice } from '@/components/credits/fetch-notice'
import type { Purchase } from '@/components/credits/purchase'
import { useFetchMore } from '@/components/credits/use-fetch-more'
import { fetches } from '@/lib/query/fetches'
import { keys } from '@/lib/query/options'
import { deskWrapper } from './desk-client'
import { bought, jobRef, refused } from './list'

afterEach(() => {
  window.sessionStorage.clear()
  vi.useRealTimers()
})

const everyone: Purchase = {
  ...({ kind: 'complete', price: 37, rows: 362, origin: 'scope' } as const),
  seen: { stored: 50, revision: 1 },
}

/** The notice of whatever load failed last. */
function Notice({ more }: { more: ReturnType<typeof useFetchMore> }) {
  return more.failure ? <FetchNotice key={more.failure.at} more={more} failure={more.failure} /> : null
}

function Page() {
  const more = useFetchMore(jobRef)
  return (
    <>
      <button type="button" onClick={() => void more.buy(everyone)}>
        Buy
      </button>
      <Notice more={more} />
    </>
  )
}

test('a retry by hand asks for the agreed price minus what was spent, and says so on its button', async () => {
  const buy = vi
    .spyOn(fetches, 'followFetch')
    .mockRejectedValueOnce(refused('provider_edge', { spent: 15, lastCall: 'free' }))
    .mockResolvedValueOnce(bought())
  const user = userEvent.setup()
  render(<Page />, { wrapper: deskWrapper() })
  await user.click(screen.getByRole('button', { name: 'Buy' }))
  const again = await screen.findByRole('button', { name: /^Try again/ })
  expect(again).toHaveTextContent('22 credits')
  await user.click(again)
  expect(buy.mock.calls.map(([, { maxCredits }]) => maxCredits)).toEqual([37, 22])
  expect(buy.mock.calls[1]?.[2]).not.toBe(buy.mock.calls[0]?.[2])
})

test('every retry takes off what the one before it spent', async () => {
  const buy = vi
    .spyOn(fetches, 'followFetch')
    .mockRejectedValueOnce(refused('provider_edge', { spent: 15, lastCall: 'free' }))
    .mockRejectedValueOnce(refused('provider_edge', { spent: 10, lastCall: 'unknown' }))
    .mockResolvedValueOnce(bought())
  const { result } = renderHook(() => useFetchMore(jobRef), { wrapper: deskWrapper() })
  await act(() => result.current.buy(everyone))
  await act(async () => result.current.retry())
  await act(async () => result.current.retry())
  expect(buy.mock.calls.map(([, { maxCredits }]) => maxCredits)).toEqual([37, 22, 12])
})

test('a retry by itself asks for no more than what is left either, once', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const limited = refused('rate_limited', { spent: 5, lastCall: 'free', retryAfter: 3 })
  const buy = vi.spyOn(fetches, 'followFetch').mockRejectedValue(limited)
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  render(<Page />, { wrapper: deskWrapper() })
  await user.click(screen.getByRole('button', { name: 'Buy' }))
  await screen.findByText(/Retrying in \d s\./)
  await act(() => vi.advanceTimersByTimeAsync(4_000))
  expect(buy.mock.calls.map(([, { maxCredits }]) => maxCredits)).toEqual([37, 32])
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(buy).toHaveBeenCalledTimes(2)
})

test('where our own answer was lost, the same press is sent again: its price and its key', async () => {
  const buy = vi
    .spyOn(fetches, 'followFetch')
    .mockRejectedValueOnce(refused('offline', { status: 0 }))
    .mockResolvedValueOnce(bought())
  const { result } = renderHook(() => useFetchMore(jobRef), { wrapper: deskWrapper() })
  await act(() => result.current.buy(everyone))
  await act(async () => result.current.retry())
  const [first, second] = buy.mock.calls
  // Pressed by hand this time, so it is no scroll's any more.
  expect(second?.[1]).toEqual({ ...first?.[1], automatic: false })
  expect(second?.[2]).toBe(first?.[2])
})

test('a load that was only waited for takes nothing off the price', async () => {
  const buy = vi
    .spyOn(fetches, 'followFetch')
    .mockRejectedValueOnce(refused('provider_edge', { spent: 15, lastCall: 'free', joined: true }))
    .mockResolvedValueOnce(bought({ spent: 20, joined: true }))
  const { result } = renderHook(() => useFetchMore(jobRef), { wrapper: deskWrapper() })
  await act(() => result.current.buy(everyone))
  await act(async () => result.current.retry())
  expect(buy.mock.calls.map(([, { maxCredits }]) => maxCredits)).toEqual([37, 37])
})

test('a price that rose meanwhile is read again, and the old one is not offered once more', async () => {
  vi.spyOn(fetches, 'followFetch').mockRejectedValue(
    refused('price_above_max', { status: 409, spent: 0, lastCall: 'free', needed: 38, left: 37 }),
  )
  const client = new QueryClient()
  const read = vi.spyOn(client, 'invalidateQueries')
  const user = userEvent.setup()
  render(<Page />, { wrapper: deskWrapper(client) })
  await user.click(screen.getByRole('button', { name: 'Buy' }))
  expect(await screen.findByRole('group', { name: 'The last load failed' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull()
  expect(read).toHaveBeenCalledWith({ queryKey: keys.job(jobRef) })
})

test('a load whose whole price is spent is not tried again for nothing', async () => {
  vi.spyOn(fetches, 'followFetch').mockRejectedValue(
    refused('provider_error', { spent: 37, lastCall: 'charged' }),
  )
  const user = userEvent.setup()
  render(<Page />, { wrapper: deskWrapper() })
  await user.click(screen.getByRole('button', { name: 'Buy' }))
  expect(await screen.findByText(/You were charged 37 credits\./)).toBeVisible()
  expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull()
})

test('what scrolling asked for stays within its allowance when it goes on by itself, and not when it is pressed', async () => {
  const buy = vi
    .spyOn(fetches, 'fetchMore')
    .mockRejectedValue(refused('rate_limited', { spent: 0, lastCall: 'free', retryAfter: 3 }))
  const { result } = renderHook(() => useFetchMore(jobRef), { wrapper: deskWrapper() })
  const scrolled: Purchase = { ...everyone, kind: 'next', price: 5, automatic: true }
  await act(() => result.current.buy(scrolled))
  await act(async () => result.current.retry({ afterWait: true }))
  await act(async () => result.current.retry())
  expect(buy.mock.calls.map(([, { automatic }]) => automatic)).toEqual([true, true, false])
})

test('the day’s spending is read again with every page of a long load', async () => {
  const come = { fetchId: 'f', kind: 'complete' as const, rows: 50, new: 50, quoted: 37 }
  const left = { rows: 312, credits: 32 }
  vi.spyOn(fetches, 'followFetch').mockImplementation(async (_ref, _request, _key, onProgress) => {
    for (const pages of [1, 2]) onProgress({ ...come, pages, spent: 5 * pages, lastCall: 'charged', left })
    throw refused('provider_edge', { spent: 10, lastCall: 'free' })
  })
  const client = new QueryClient()
  const read = vi.spyOn(client, 'invalidateQueries')
  const { result } = renderHook(() => useFetchMore(jobRef), { wrapper: deskWrapper(client) })
  await act(() => result.current.buy(everyone))
  const meter = read.mock.calls.filter(([filter]) => filter?.queryKey?.at(1) === 'meter')
  expect(meter).toHaveLength(2)
})
