import { expect, test, vi } from 'vitest'
import { localActor } from '@/lib/server/platform/actor'
import type { Context } from '@/lib/server/auth/context'
import { showCreditMeter } from '@/lib/server/purchases/credits'
import { fetchCandidates } from '@/lib/server/purchases/fetch-candidates'
import { buyNext } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

/** A list of its own, whose first load costs 5 credits. */
const listAt = (at: number) => ({ jobId: jobOfSize(100 + at), account: null })
const scroll = (context: Context, at: number) =>
  fetchCandidates(
    context,
    listAt(at),
    { kind: 'next', maxCredits: 5, automatic: true },
    { idempotencyKey: null },
  )
const as = (context: Context, id: string): Context => ({ ...context, actor: { ...localActor, id } })

onEachEngine('what scrolling buys by itself', (store) => {
  test('never passes the allowance of its person, however many ask at once', async () => {
    const { context, sandbox } = await testContext(store.database, { autoloadCredits: 12 })
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => scroll(context, at)))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(10)
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: 'autoload_used_up',
        facts: { needed: 5, left: 2, spent: 0, lastCall: 'free' },
      })
    }
    expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 10 })
    expect(await showCreditMeter(context)).toMatchObject({ today: 10, autoload: { used: 10, limit: 12 } })
  })

  test('is counted for each person, apart from what they press for, until the day is over', async () => {
    const { context } = await testContext(store.database, { autoloadCredits: 5 })
    const [one, other] = [as(context, 'one'), as(context, 'other')]
    await scroll(one, 0)
    await scroll(other, 1)
    await buyNext(one, listAt(2))
    await expect(scroll(one, 3)).rejects.toMatchObject({ code: 'autoload_used_up' })
    const perDay = context.creditsPerDay
    expect(await showCreditMeter(one)).toEqual({ today: 15, perDay, autoload: { used: 5, limit: 5 } })
    await store.database.pool.query('update "fetch" set day = day - 1')
    expect(await showCreditMeter(one)).toEqual({ today: 0, perDay, autoload: { used: 0, limit: 5 } })
    await scroll(one, 3)
  })

  test('uses nothing of the allowance where it failed and was free', async () => {
    const { context, sandbox } = await testContext(store.database, { autoloadCredits: 5 })
    sandbox.addFault({ kind: 'html_502', jobId: listAt(0).jobId })
    await expect(scroll(context, 0)).rejects.toMatchObject({ code: 'provider_edge' })
    await scroll(context, 0)
  })

  test('is shown with one query, and is nothing for who may not spend', async () => {
    const { context } = await testContext(store.database)
    const viewer: Context = { ...context, actor: { ...localActor, role: 'viewer' } }
    const select = vi.spyOn(context.db, 'select')
    expect((await showCreditMeter(viewer)).autoload).toEqual({ used: 0, limit: 0 })
    expect(select).toHaveBeenCalledOnce()
  })
})
