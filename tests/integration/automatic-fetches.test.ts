import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { FetchKind } from '@/lib/contracts/fetch'
import { localActor } from '@/lib/server/platform/actor'
import type { Context } from '@/lib/server/auth/context'
import { showCreditMeter } from '@/lib/server/purchases/credits'
import { fetchCandidates } from '@/lib/server/purchases/fetch-candidates'
import { buyNext } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'
import { soon } from '../soon'

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

  test('a visit is charged for what it asked for itself, in every kind of load, and nobody else reads it', async () => {
    const { context, hold } = await testContext(store.database)
    const [one, other] = [as(context, 'one'), as(context, 'other')]
    const [visit, another] = [randomUUID(), randomUUID()]
    const load = (context: Context, by: string, at: number, kind: FetchKind) =>
      fetchCandidates(context, listAt(at), { kind, maxCredits: 40, visit: by }, { idempotencyKey: null })
    await load(one, visit, 1, 'next')
    await load(one, visit, 1, 'complete')
    await load(one, visit, 1, 'check')
    await load(one, another, 2, 'next')
    await load(other, another, 3, 'next')
    expect((await showCreditMeter(one, visit)).visit).toEqual({ spent: 12, running: false })
    expect((await showCreditMeter(one, another)).visit).toEqual({ spent: 5, running: false })
    // Another person who knows its id reads their own part, of which there is none.
    expect((await showCreditMeter(other, visit)).visit).toEqual({ spent: 0, running: false })
    const open = hold()
    const own = load(one, visit, 4, 'complete')
    await vi.waitFor(
      async () => expect((await showCreditMeter(one, visit)).visit).toEqual({ spent: 12, running: true }),
      soon,
    )
    // Who waits for it pays nothing.
    const joined = load(other, another, 4, 'complete')
    open()
    await Promise.all([own, joined])
    expect((await showCreditMeter(one, visit)).visit).toEqual({ spent: 23, running: false })
    expect((await showCreditMeter(other, another)).visit).toEqual({ spent: 5, running: false })
  })

  test('is shown with one query, and is nothing for who may not spend', async () => {
    const { context } = await testContext(store.database)
    const viewer: Context = { ...context, actor: { ...localActor, role: 'viewer' } }
    const select = vi.spyOn(context.db, 'select')
    expect((await showCreditMeter(viewer)).autoload).toEqual({ used: 0, limit: 0 })
    expect(select).toHaveBeenCalledOnce()
  })
})
