import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { FetchProgress } from '@/lib/contracts/fetch'
import type { AppError } from '@/lib/server/platform/app-error'
import type { Context } from '@/lib/server/auth/context'
import { cancelFetch } from '@/lib/server/purchases/fetch-candidates'
import { runningFetch } from '@/lib/server/purchases/follow-fetch'
import { findByIdempotencyKey } from '@/lib/server/purchases/store/ledger'
import { soon } from '../soon'
import { onEachEngine } from './engines'
import { contextOf } from './context-of'
import { buy, buyNext, ledgerOf } from './desk'
import { jobOfSize, testContext, testProvider } from './test-context'

onEachEngine('four kinds of fetch', (store) => {
  const job = { jobId: jobOfSize(130), account: null }
  const desk = (settings?: Parameters<typeof testContext>[1]) => testContext(store.database, settings)

  test('a fetch that is cancelled stops before its next page and keeps what it bought', async () => {
    const { context, sandbox } = await desk()
    const onProgress = ({ pages, fetchId }: FetchProgress) => {
      if (pages === 1) cancelling.push(cancelFetch(context, job, fetchId))
    }
    const cancelling: ReturnType<typeof cancelFetch>[] = []
    // A second page is bought at most: the one under way when it was asked to stop.
    const { fetch, list } = await buy(context, job, 'complete', { onProgress })
    expect(await cancelling[0]).toMatchObject({ cancelled: true })
    expect(fetch.code).toBe('cancelled')
    expect(list).toMatchObject({ stored: 100, status: 'partial' })
    expect(sandbox.stats().calls).toBe(2)
    expect(await cancelFetch(context, job, fetch.id!)).toEqual({ fetchId: fetch.id, cancelled: false })
  })

  test('whoever looks at the list, on any instance, is told what is under way, until it ends', async () => {
    const { context, hold } = await desk()
    const another = contextOf(store.database, await testProvider())
    expect(await runningFetch(another, job)).toEqual({ running: null })
    const told: FetchProgress[] = []
    await buyNext(context, job)
    const open = hold()
    const buying = buy(context, job, 'complete', { onProgress: (progress) => void told.push(progress) })
    await vi.waitFor(() => expect(told).toHaveLength(1), soon)
    expect(await runningFetch(another, job)).toEqual({ running: told[0] })
    expect(told[0]).toMatchObject({ kind: 'complete', rows: 0, spent: 0, quoted: 8 })
    expect(await runningFetch(another, { ...job, account: 'agency' })).toEqual({ running: null })
    await cancelFetch(another, job, told[0]!.fetchId)
    open()
    expect((await buying).fetch.code).toBe('cancelled')
    expect(await runningFetch(another, job)).toEqual({ running: null })
  })

  test('a fetch whose process died is not shown once its lease has run out', async () => {
    const { context, hold } = await desk()
    const open = hold()
    const told: FetchProgress[] = []
    const buying = buy(context, job, 'complete', { onProgress: (progress) => void told.push(progress) })
    await vi.waitFor(() => expect(told).toHaveLength(1), soon)
    await store.database.pool.query(`update lease set expires_at = now() - interval '1 second'`)
    expect(await runningFetch(context, job)).toEqual({ running: null })
    open()
    await buying
  })

  test('a process that is told to stop ends a long fetch before its next page', async () => {
    const stopping = new AbortController()
    const { context } = await desk({ stopping: stopping.signal })
    const onProgress = ({ pages }: FetchProgress) => void (pages === 1 && stopping.abort())
    const { fetch, list } = await buy(context, job, 'complete', { onProgress })
    expect(fetch.code).toBe('stopping')
    expect(list.stored).toBe(50)
  })

  test('who asks meanwhile is told how far it is, gets the same answer and pays nothing', async () => {
    const { context, sandbox, hold } = await desk()
    const open = hold()
    const first = buy(context, job, 'complete', { idempotencyKey: 'first' })
    await vi.waitFor(async () => expect(await ledgerOf(context)).toHaveLength(1), soon)
    const told: FetchProgress[] = []
    const keys = Array.from({ length: 5 }, () => randomUUID())
    const others = keys.map((idempotencyKey) =>
      buy(context, job, 'complete', { idempotencyKey, onProgress: (progress) => void told.push(progress) }),
    )
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(5), soon)
    open()
    const answer = await first
    for (const other of await Promise.all(others)) expect(other).toEqual({ ...answer, joined: true })
    expect(answer.joined).toBeUndefined()
    expect(new Set(told.map(({ fetchId }) => fetchId))).toEqual(new Set([answer.fetch.id]))
    // For a day the same key has the same answer.
    expect(await buy(context, job, 'complete', { idempotencyKey: 'first' })).toEqual(answer)
    expect(sandbox.stats()).toMatchObject({ calls: 3, creditsCharged: 13 })
  })

  test('none of what a fetch cost is said to be of somebody who only waited for it', async () => {
    const { context, sandbox, hold } = await desk()
    const colleague: Context = { ...context, actor: { ...context.actor, id: 'colleague' } }
    await buyNext(context, job)
    sandbox.addFault({ kind: 'truncated' })
    const open = hold()
    const first = buy(context, job, 'check').catch((error: AppError) => error.facts)
    await vi.waitFor(async () => expect(await ledgerOf(context)).toHaveLength(2), soon)
    const idempotencyKey = randomUUID()
    const wait = () =>
      buy(colleague, job, 'complete', { idempotencyKey }).catch((error: AppError) => error.facts)
    const other = wait()
    await vi.waitFor(
      async () => expect(await findByIdempotencyKey(context.db, idempotencyKey)).not.toBeNull(),
      soon,
    )
    open()
    expect(await first).not.toHaveProperty('joined')
    expect(await other).toMatchObject({ lastCall: 'unknown', joined: true })
    // Nor when it asks once more, as a page does whose answer was lost.
    expect(await wait()).toMatchObject({ lastCall: 'unknown', joined: true })
  })
})
