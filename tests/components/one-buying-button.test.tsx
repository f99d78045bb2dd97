import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NobodyApplied, NothingLoaded } from '@/components/credits/empty-states'
import { ListEnd } from '@/components/credits/list-end'
import { ScopeLine, ScopeNotice } from '@/components/credits/scope-line'
import { useFetchMore } from '@/components/credits/use-fetch-more'
import { useSpend } from '@/components/credits/use-spend'
import type { Job } from '@/lib/contracts/job'
import { bff } from '@/lib/query/bff'
import { fetches } from '@/lib/query/fetches'
import { deskWrapper } from './desk-client'
import { bought, jobRef, listedJob, refused } from './list'

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
  vi.spyOn(bff, 'creditMeter').mockResolvedValue({
    today: 0,
    perDay: 500,
    autoload: { used: 0, limit: 0 },
  })
})
afterEach(() => {
  window.sessionStorage.clear()
  vi.unstubAllGlobals()
})

/** The money of a job's page: its scope line, and what stands in place of the rows or below them. */
function Page({ job, empty = false }: { job: Job; empty?: boolean }) {
  const more = useFetchMore(jobRef)
  const { spend, question } = useSpend(more)
  const shared = { job, more, spend }
  const counts = { matched: job.stored, filtered: false }
  return (
    <>
      <ScopeLine {...shared} {...counts} searching="no" />
      <ScopeNotice more={more} />
      {empty ? (
        <NobodyApplied more={more} />
      ) : job.status === 'empty' ? (
        <NothingLoaded {...shared} />
      ) : (
        <ListEnd {...shared} {...counts} scrolls={false} autoload={null} />
      )}
      {question}
    </>
  )
}

const notice = () => screen.findByRole('group', { name: 'The last load failed' })
/** Buttons that buy when they are pressed. */
const buying = () =>
  screen
    .getAllByRole<HTMLButtonElement>('button', { name: /credits?$/ })
    .filter((button) => !button.disabled && button.getAttribute('aria-disabled') !== 'true')

const nothingLoaded = listedJob({
  ...({ status: 'empty', total: null, stored: 0, missing: null, fetchedAt: null } as const),
})

test('after a first load that failed, only its retry buys', async () => {
  const fetchMore = vi
    .spyOn(fetches, 'fetchMore')
    .mockRejectedValueOnce(refused('provider_edge', { spent: 0, lastCall: 'free' }))
  const user = userEvent.setup()
  render(<Page job={nothingLoaded} />, { wrapper: deskWrapper() })
  const load = screen.getByRole('button', { name: /^Load the first 50/ })
  await user.click(load)
  const again = within(await notice()).getByRole('button', { name: /^Try again/ })
  await waitFor(() => expect(buying()).toEqual([again]))
  // It stays where it is, keeps the focus of whoever pressed it, and says why it does nothing.
  expect(load).toHaveFocus()
  expect(load).toHaveAccessibleDescription('The last load failed. Try it again or dismiss it first.')
  await user.click(load)
  expect(fetchMore).toHaveBeenCalledTimes(1)

  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(buying()).toEqual([load])
  expect(load).not.toHaveAccessibleDescription()
})

test('with a list loaded, the other ways to load wait for the retry as well', async () => {
  const fetchMore = vi
    .spyOn(fetches, 'fetchMore')
    .mockRejectedValueOnce(refused('provider_edge', { spent: 0, lastCall: 'free' }))
  const user = userEvent.setup()
  render(<Page job={listedJob()} />, { wrapper: deskWrapper() })
  const before = buying().length
  expect(before).toBe(3)
  await user.click(screen.getByRole('button', { name: /^Check for new/ }))
  const again = within(await notice()).getByRole('button', { name: /^Try again/ })
  await waitFor(() => expect(buying()).toEqual([again]))

  await user.click(screen.getByRole('button', { name: 'More ways to load' }))
  for (const name of [/^Load the rest/, /^Refresh everyone/]) {
    const way = await screen.findByRole('button', { name })
    expect(way).toBeDisabled()
    expect(way).toHaveTextContent('The last load failed. Try it again or dismiss it first.')
  }
  await user.keyboard('{Escape}')

  fetchMore.mockResolvedValueOnce(bought())
  await user.click(again)
  await waitFor(() => expect(screen.queryByRole('group', { name: 'The last load failed' })).toBeNull())
  await waitFor(() => expect(buying()).toHaveLength(before))
})

test('the notice stays in reach where the list changes under it: nothing is blocked without its reason', async () => {
  vi.spyOn(fetches, 'fetchMore').mockRejectedValueOnce(
    refused('provider_edge', { spent: 0, lastCall: 'free' }),
  )
  const user = userEvent.setup()
  const { rerender } = render(<Page job={listedJob()} />, { wrapper: deskWrapper() })
  const [, atEnd] = screen.getAllByRole('button', { name: /^Load 50 more/ })
  await user.click(atEnd!)
  await notice()
  // A colleague loaded the rest meanwhile.
  const { offers } = listedJob()
  const complete = { status: 'complete', stored: 150, missing: 0, offers: { ...offers, next: null } } as const
  rerender(<Page job={listedJob(complete)} />)
  expect(await notice()).toBeVisible()
  rerender(<Page job={listedJob({ ...complete, stored: 0, total: 0 })} empty />)
  expect(await notice()).toBeVisible()
})

test('a notice of the scope line is read right after its buttons, and takes no room of the list', async () => {
  vi.spyOn(fetches, 'fetchMore').mockRejectedValueOnce(
    refused('provider_edge', { spent: 0, lastCall: 'free' }),
  )
  const user = userEvent.setup()
  render(<Page job={listedJob()} />, { wrapper: deskWrapper() })
  const scope = screen.getByRole('region', { name: 'What is loaded' })
  await user.click(within(scope).getByRole('button', { name: /^Load 50 more/ }))
  const group = await notice()
  expect(group.parentElement).toHaveClass('fixed')
  within(scope).getByRole('button', { name: 'More ways to load' }).focus()
  await user.tab()
  expect(within(group).getByRole('button', { name: 'Dismiss' })).toHaveFocus()
})
