import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FetchKind } from '@/lib/contracts/fetch'
import type { FaultKind } from '@/lib/sandbox/faults'
import { fetchResult, runningFetch } from '@/lib/contracts/fetch'
import { onPostgres } from '../integration/engines'
import { httpDesk } from '../integration/http-desk'
import { jobOfSize } from '../integration/test-context'
import { soon } from '../soon'
import {
  cutAfter,
  failedNotice,
  findScope,
  leave,
  moneySaid,
  reloadJobMoney,
  serveCalls,
  showJobList,
  showJobMoney,
  showMeterAlone,
} from './money-screen'

/** What a fault means for the money: nothing can have been charged, nobody knows, or the answer says what it cost. */
const faults: Partial<Record<FaultKind, 'free' | 'lost' | 'answered'>> = {
  INSUFFICIENT_CREDITS: 'free',
  RATE_LIMITED_LONG: 'free',
  reset: 'lost',
  reset_after_billing: 'lost',
  short_page: 'answered',
  duplicate_ids: 'answered',
}

const job = { jobId: jobOfSize(160), account: null }
// Fifty of the 160 are loaded before: so many windows are left.
const windows: Record<FetchKind, number> = { next: 1, check: 1, complete: 3, refresh: 4 }
const maxWindowCredits = 5
const prices: Record<FetchKind, number> = { next: 5, check: 1, complete: 11, refresh: 16 }

const cases = (Object.keys(windows) as FetchKind[]).flatMap((kind) =>
  Array.from({ length: windows[kind] }, (_, at) => [kind, at + 1] as const),
)

// The calls these screens make are tested on both engines in fault-matrix.test.ts.
onPostgres('what the screen says of money', (store) => {
  const desk = httpDesk(store, () => ({ timeoutMs: 10_000 }))
  const charged = () => desk.sandbox.stats().creditsCharged
  const buyFirst = (jobId: string) =>
    desk.read(fetchResult, `/api/jobs/${jobId}/fetches`, {
      method: 'POST',
      body: { kind: 'next', maxCredits: 5 },
    })

  /** Spoils one of the calls to come. Documented extras that no screen of money shows stand before it. */
  function spoil(call: number, kind: FaultKind) {
    if (call > 1) desk.sandbox.addFault({ kind: 'extra_fields', times: call - 1 })
    desk.sandbox.addFault({ kind })
  }

  async function press(kind: FetchKind, user: ReturnType<typeof showJobMoney>['user']) {
    await screen.findByTitle('Where the credits went')
    const scope = await findScope()
    if (kind === 'check') return user.click(scope.getByRole('button', { name: /^Check for new/ }))
    if (kind === 'next') return user.click(scope.getByRole('button', { name: /^Load 50 more/ }))
    await user.click(scope.getByRole('button', { name: 'More ways to load' }))
    const name = kind === 'complete' ? /^Load the rest/ : /^Refresh everyone/
    await waitFor(() => expect(screen.getByRole('button', { name })).toBeEnabled())
    await user.click(screen.getByRole('button', { name }))
  }

  const announced = () => screen.getByRole('status').textContent ?? ''

  // A load whose page is gone goes on in the server, and would buy on in the store of the next test.
  afterEach(async () => {
    await vi.waitFor(
      async () =>
        expect(await desk.read(runningFetch, `/api/jobs/${job.jobId}/fetches`)).toEqual({
          running: null,
        }),
      soon,
    )
  })

  /** A page without a notice, that counts what the provider charged. @param heard what was announced before the load */
  const expectWhole = (cost: () => number, heard: string, { unstated = 0, doubt = false } = {}) =>
    waitFor(() => {
      // What a load came to is announced when all that it changed was read again.
      expect(announced()).not.toBe(heard)
      const { notice, visit, today, dearer, unpriced } = moneySaid()
      expect({ notice, unpriced, visit }).toEqual({ notice: null, unpriced: false, visit: cost() - unstated })
      // What may have been charged counts towards the day.
      expect(today).toBeGreaterThanOrEqual(charged())
      expect(today).toBeLessThanOrEqual(charged() + (doubt ? maxWindowCredits : 0))
      if (dearer !== null) expect(dearer).toBe(cost())
    })

  describe.each(Object.entries(faults))('%s', (fault, meaning) => {
    test.each(cases)('in %s, call %i', async (kind, call) => {
      serveCalls()
      await buyFirst(job.jobId)
      const bought = charged()
      spoil(call, fault as FaultKind)
      const { client, user } = showJobMoney(job)
      // The live region outlives its pages, as it does in a browser: what an earlier test heard is still in it.
      const before = announced()
      await press(kind, user)
      const cost = () => charged() - bought

      if (meaning === 'answered') {
        await expectWhole(cost, before)
        return leave(client)
      }
      await waitFor(() => expect(failedNotice()).not.toBeNull())
      const { doubt, charged: stated } = moneySaid()
      if (meaning === 'free') {
        expect({ doubt, stated }).toEqual({ doubt: false, stated: cost() })
        await waitFor(() => expect(moneySaid()).toMatchObject({ today: charged(), visit: cost() }))
      } else {
        expect(doubt).toBe(true)
        await waitFor(() => expect(moneySaid().visit).toBe(stated ?? 0))
        expect(cost()).toBeGreaterThanOrEqual(stated ?? 0)
        expect(cost()).toBeLessThanOrEqual((stated ?? 0) + maxWindowCredits)
        // What may have been charged counts towards the day.
        await waitFor(() => expect(moneySaid().today).toBeGreaterThanOrEqual(charged()))
        expect(moneySaid().today).toBeLessThanOrEqual(charged() + maxWindowCredits)
      }
      // Pressed again it goes on, for no more than is left of the price.
      const unstated = cost() - (stated ?? 0)
      const heard = announced()
      await user.click(screen.getByRole('button', { name: /^Try again/ }))
      await expectWhole(cost, heard, { unstated, doubt })
      await leave(client)
    })
  })

  test.each(['complete', 'refresh'] as const)(
    'a %s whose answer is lost on the way counts what it stated, and goes on counting',
    async (kind) => {
      const pages = 2
      await buyFirst(job.jobId)
      const bought = charged()
      let cut = false
      serveCalls((response, path) => {
        if (
          cut ||
          !path.endsWith('/fetches') ||
          !response.headers.get('content-type')?.includes('event-stream')
        )
          return response
        cut = true
        return cutAfter(response, pages + 1)
      })
      const { client, user } = showJobMoney(job)
      await press(kind, user)
      await waitFor(() => expect(failedNotice()).toHaveTextContent('Trying again picks it up'))
      expect(moneySaid().doubt).toBe(true)
      // It goes on in the server.
      await waitFor(() => expect(moneySaid().visit).toBe(charged() - bought), soon)
      const heard = announced()
      await user.click(screen.getByRole('button', { name: /^Try again/ }))
      await expectWhole(() => charged() - bought, heard)
      await leave(client)
    },
  )

  const reloads = [
    ['next', 'the same page', reloadJobMoney],
    ['complete', 'the same page', reloadJobMoney],
    ['complete', 'another page', showMeterAlone],
    ['refresh', 'the same page', reloadJobMoney],
  ] as const
  test.each(reloads)(
    'a tab that reloads in the middle of a %s, on %s, counts the rest of it as well',
    async (kind, _where, open) => {
      await buyFirst(job.jobId)
      const bought = charged()
      desk.sandbox.setLatency([300, 300])
      const { calls } = desk.sandbox.stats()
      // What the reload leaves behind hears no more of its load than its first page.
      serveCalls((response, path, method) =>
        method === 'POST' && path.endsWith('/fetches')
          ? cutAfter(response, kind === 'next' ? 0 : 2)
          : response,
      )
      const before = showJobMoney(job)
      await press(kind, before.user)
      await waitFor(() => expect(desk.sandbox.stats().calls).toBeGreaterThan(calls))
      await leave(before.client)
      const { client } = open(job)
      await waitFor(() => {
        expect(charged() - bought).toBe(prices[kind])
        expect(moneySaid().visit).toBe(charged() - bought)
      }, soon)
      await leave(client)
    },
  )

  test('a tab of its own counts nothing of what another one loads', async () => {
    serveCalls()
    await buyFirst(job.jobId)
    const first = showJobMoney(job)
    await press('next', first.user)
    await waitFor(() => expect(moneySaid().visit).toBe(5))
    await leave(first.client)
    const other = showJobMoney(job)
    await press('next', other.user)
    await waitFor(() => expect(moneySaid().visit).toBe(5))
    await waitFor(() => expect(moneySaid().today).toBe(15))
    await leave(other.client)
  })

  describe.each([
    ['INSUFFICIENT_CREDITS', { stated: 0, doubt: 0 }],
    ['INVALID_PARAMS', { stated: 0, doubt: 0 }],
    ['reset_after_billing', { stated: 0, doubt: 1 }],
    ['duplicate_ids', { stated: 2, doubt: 0 }],
  ] as const)('a check of all jobs with %s', (fault, own) => {
    test.each([1, 2, 3])('in call %i', async (call) => {
      serveCalls()
      for (const applicants of [60, 61, 62]) await buyFirst(jobOfSize(applicants))
      const bought = charged()
      spoil(call, fault)
      const { client, user } = showJobList()
      await user.click(await screen.findByRole('button', { name: /^Check all 3 jobs/ }))
      await screen.findByRole('button', { name: 'Dismiss' })
      const { checked, checkedInDoubt } = moneySaid()
      expect(checked).toBe(charged() - bought - own.doubt)
      expect(checkedInDoubt).toBe(own.doubt)
      // One job after the other: those before it cost a credit each, and what ends all ends it there.
      const after = fault === 'INVALID_PARAMS' || fault === 'duplicate_ids' ? 3 - call : 0
      expect(checked).toBe(call - 1 + own.stated + after)
      await waitFor(() => expect(moneySaid()).toMatchObject({ today: charged(), visit: checked }))
      await leave(client)
    })
  })
})
