import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import type { FetchProgress } from '@/lib/contracts/fetch'
import { emptyView } from '@/lib/contracts/words'
import { buildPerson } from '@/lib/sandbox/people'
import type { AppError } from '@/lib/server/platform/app-error'
import type { Context } from '@/lib/server/auth/context'
import { cancelFetch } from '@/lib/server/purchases/fetch-candidates'
import { findByIdempotencyKey } from '@/lib/server/purchases/store/ledger'
import { listJobs, openJob, showJob } from '@/lib/server/jobs/jobs'
import { listCandidates, showCandidate } from '@/lib/server/candidates/list-candidates'
import { quoteFetch } from '@/lib/server/purchases/quotes'
import { markSeen } from '@/lib/server/candidates/visits'
import { runningFetch } from '@/lib/server/purchases/follow-fetch'
import { toMoment } from '@/lib/url/view'
import { soon } from '../soon'
import { onEachEngine } from './engines'
import { contextOf } from './context-of'
import { buy, buyNext, ledgerOf, storedIds } from './desk'
import { jobOfSize, testContext, testProvider } from './test-context'

onEachEngine('four kinds of fetch', (store) => {
  const size = 130
  const job = { jobId: jobOfSize(size), account: null }
  const idOf = (serial: number) => buildPerson(1, job.jobId, serial).application_id
  const desk = (settings?: Parameters<typeof testContext>[1]) => testContext(store.database, settings)

  test('the rest of a list costs its quote, page by page, under one fetch', async () => {
    const { context, sandbox } = await desk()
    await buyNext(context, job)
    const quote = await quoteFetch(context, job, 'complete')
    expect(quote).toMatchObject({ rows: 80, credits: 8, firstCredits: 5 })
    const told: FetchProgress[] = []
    const onProgress = (progress: FetchProgress) => void told.push(progress)
    const { fetch, list } = await buy(context, job, 'complete', { maxCredits: 8, onProgress })
    expect(fetch).toMatchObject({
      kind: 'complete',
      state: 'settled',
      offset: 50,
      quoted: 8,
      consumed: 8,
      code: null,
    })
    expect(list).toMatchObject({ stored: size, status: 'complete', missing: 0, new: 80 })
    expect(told.map(({ rows, spent, left }) => [rows, spent, left.credits])).toEqual([
      [0, 0, 8],
      [50, 5, 3],
      [80, 8, 0],
    ])
    const pages = (await ledgerOf(context)).filter(({ fetchId }) => fetchId === fetch.id)
    expect(pages).toMatchObject([
      { offset: 100, consumed: 3 },
      { offset: 50, consumed: 5 },
    ])
    expect(sandbox.stats()).toMatchObject({ calls: 3, creditsCharged: 13 })
    // Nothing is left to do, and nothing is paid for learning that.
    expect(await quoteFetch(context, job, 'complete')).toMatchObject({ rows: 0, credits: 0 })
    expect((await buy(context, job, 'complete', { maxCredits: 0 })).fetch.code).toBe('nothing_to_fetch')
  })

  test('a list never asked for has no price before its first page, and stops where the agreed credits end', async () => {
    const { context, sandbox } = await desk()
    expect(await quoteFetch(context, job, 'complete')).toMatchObject({
      rows: null,
      credits: null,
      firstCredits: 5,
    })
    const { fetch, list } = await buy(context, job, 'complete', { maxCredits: 7 })
    expect(fetch).toMatchObject({ consumed: 7, code: 'price_reached' })
    expect(list).toMatchObject({ stored: 70, status: 'partial', missing: 60 })
    expect(sandbox.stats().creditsCharged).toBe(7)
    expect((await buy(context, job, 'complete', { maxCredits: 6 })).list).toMatchObject({
      status: 'complete',
    })
    expect(sandbox.stats().creditsCharged).toBe(13)
  })

  test.each(['complete', 'refresh'] as const)(
    'a %s dearer than agreed, or than what is left of the day, is refused before anything is sent',
    async (kind) => {
      const { context, sandbox } = await desk({ creditsPerDay: 10 })
      await buyNext(context, job)
      const { credits } = await quoteFetch(context, job, kind)
      const dear = buy(context, job, kind, { maxCredits: credits! - 1 })
      await expect(dear).rejects.toMatchObject({ code: 'price_above_max', facts: { needed: credits } })
      const late = buy(context, job, kind)
      await expect(late).rejects.toMatchObject({
        code: 'credits_capped',
        facts: { needed: credits, left: 5 },
      })
      expect(sandbox.stats().calls).toBe(1)
      expect(await ledgerOf(context)).toHaveLength(1)
    },
  )

  test('checking a complete list costs one credit, and its newcomers no more than they cost', async () => {
    const { context, sandbox } = await desk()
    await buy(context, job, 'complete')
    const paid = sandbox.stats().creditsCharged
    expect((await buy(context, job, 'check', { maxCredits: 1 })).list).toMatchObject({
      new: 0,
      status: 'complete',
    })
    sandbox.change(job.jobId, { kind: 'apply', count: 23, at: 'front' })
    expect((await buy(context, job, 'check')).list).toMatchObject({
      ...{ new: 10, total: size + 23, missing: 13, status: 'partial' },
    })
    expect(await quoteFetch(context, job, 'next')).toMatchObject({ rows: 13, credits: 2 })
    expect((await buyNext(context, job)).list).toMatchObject({ new: 13, missing: 0, status: 'complete' })
    expect(sandbox.stats().creditsCharged - paid).toBe(4)
  })

  test('refreshing finds ratings that changed, who is gone, and who came back', async () => {
    const { context, sandbox } = await desk()
    await buy(context, job, 'complete')
    sandbox.change(job.jobId, { kind: 'rerate', count: 3, rating: 'SUPERB' })
    sandbox.change(job.jobId, { kind: 'withdraw', count: 4, at: 'end' })
    const { fetch, list } = await buy(context, job, 'refresh', { maxCredits: 13 })
    // It counted 130 when it began: nobody is gone before a pass that the list stood still for.
    expect(list).toMatchObject({
      total: 126,
      gone: 0,
      changed: 3,
      status: 'short',
      missing: expect.any(Number),
    })
    expect(fetch).toMatchObject({ quoted: 13, consumed: 13 })
    const again = await buy(context, job, 'refresh')
    expect(again.list).toMatchObject({ gone: 4, changed: 0, status: 'complete', missing: 0, stored: 130 })
    expect(await showJob(context, job)).toMatchObject({ gone: 4, missing: 0, status: 'complete' })
    const seen = await showCandidate(context, job, idOf(0), emptyView)
    expect(seen.changes).toMatchObject([{ kind: 'rating', to: 'SUPERB' }, { kind: 'new' }])
    const left = await showCandidate(context, job, idOf(size - 1), emptyView)
    expect(left.candidate.goneAt).not.toBeNull()
    expect(left.changes).toMatchObject([{ kind: 'gone' }, { kind: 'new' }])
  })

  test('a refresh that the provider fails in the middle goes on from there, and buys no page twice', async () => {
    const { context, sandbox } = await desk()
    await buy(context, job, 'complete')
    const onProgress = ({ pages }: FetchProgress) => {
      if (pages === 1) sandbox.addFault({ kind: 'ACCOUNT_INACTIVE' })
    }
    const failed = buy(context, job, 'refresh', { onProgress })
    await expect(failed).rejects.toMatchObject({
      code: 'account_inactive',
      facts: { fetch: { kind: 'refresh', state: 'settled', consumed: 5, quoted: 13 } },
    })
    expect(await quoteFetch(context, job, 'refresh')).toMatchObject({ rows: 80, credits: 8, resumes: true })
    const { fetch, list } = await buy(context, job, 'refresh', { maxCredits: 8 })
    expect(fetch).toMatchObject({ offset: 50, consumed: 8 })
    expect(list.status).toBe('complete')
    expect(sandbox.stats().creditsCharged).toBe(26)
    expect(await quoteFetch(context, job, 'refresh')).toMatchObject({ rows: 130, resumes: false })
  })

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

  test('a list that grew meanwhile shows what was said and what it cost', async () => {
    const { context, sandbox } = await desk()
    await buyNext(context, job)
    const onProgress = ({ pages }: FetchProgress) => {
      if (pages === 1) sandbox.change(job.jobId, { kind: 'apply', count: 25, at: 'end' })
    }
    const { fetch, list } = await buy(context, job, 'complete', { onProgress })
    expect(fetch).toMatchObject({ quoted: 8, consumed: 11 })
    expect(list).toMatchObject({ stored: 155, status: 'short', missing: 1 })
  })

  describe('what is new to a reader', () => {
    const shown = async (context: Parameters<typeof listCandidates>[0], view = emptyView) => {
      const { items, marks } = await listCandidates(context, job, view, null, 200)
      return items.map((item) => ({ ...item, ...marks[item.applicationId] }))
    }

    test('is nothing before their first visit, and then whoever applied or is rated otherwise, until seen', async () => {
      const { context, sandbox } = await desk()
      await buy(context, job, 'complete')
      sandbox.change(job.jobId, { kind: 'apply', count: 2, at: 'front' })
      await buy(context, job, 'check')
      expect(await showJob(context, job)).toMatchObject({ sinceVisit: { new: 0, rerated: 0 } })
      await markSeen(context, job, { applicationIds: [idOf(0)] })

      sandbox.change(job.jobId, { kind: 'apply', count: 3, at: 'front' })
      sandbox.change(job.jobId, { kind: 'rerate', count: 5, rating: 'SUPERB' })
      await buy(context, job, 'check')
      expect(await showJob(context, job)).toMatchObject({ sinceVisit: { new: 3, rerated: 2 } })
      expect((await listJobs(context)).items).toMatchObject([
        { new: 3, offers: { check: { credits: 1 } }, spent: 15 },
      ])
      const items = await shown(context, { ...emptyView, new: true })
      expect(items.map(({ isNew, isRerated }) => [isNew === true, isRerated === true])).toEqual([
        ...Array.from({ length: 3 }, () => [true, false]),
        ...Array.from({ length: 2 }, () => [false, true]),
      ])
      // Loading does not clear it; being seen does, row by row.
      expect(await showJob(context, job)).toMatchObject({ sinceVisit: { new: 3, rerated: 2 } })
      const [first, second] = items.map(({ applicationId }) => applicationId)
      const after = await markSeen(context, job, { applicationIds: [first!, second!, 'nobody'] })
      expect(after.sinceVisit).toEqual({ new: 1, rerated: 2 })
      expect((await shown(context)).filter(({ isNew }) => isNew)).toHaveLength(1)
      expect(await shown(context, { ...emptyView, new: true })).toHaveLength(3)
      const rest = items.map(({ applicationId }) => applicationId)
      expect((await markSeen(context, job, { applicationIds: rest })).sinceVisit).toEqual({
        new: 0,
        rerated: 0,
      })
      const { rows } = await store.database.pool.query('select count(*)::int as kept from visit_seen')
      expect(rows).toEqual([{ kept: 0 }])
    })

    test('stays new over a look and a reload, and is news no more on the next visit or when the reader says so', async () => {
      const { context, sandbox } = await desk()
      await buy(context, job, 'complete')
      await markSeen(context, job, { applicationIds: [] })
      sandbox.change(job.jobId, { kind: 'apply', count: 3, at: 'front' })
      await buy(context, job, 'check')
      const news = (await shown(context, { ...emptyView, new: true })).map(
        ({ applicationId }) => applicationId,
      )
      const looked = { applicationIds: news.slice(0, 2), looked: true }
      expect((await markSeen(context, job, looked)).sinceVisit).toEqual({ new: 3, rerated: 0 })
      expect((await openJob(context, job)).sinceVisit).toEqual({ new: 3, rerated: 0 })

      const later = (hours: number) => ({
        ...context,
        now: () => new Date(context.now().getTime() + hours * 3_600_000),
      })
      const nextVisit = later(2)
      expect((await openJob(nextVisit, job)).sinceVisit).toEqual({ new: 1, rerated: 0 })
      // Looked at again, then said to be seen: nobody is left, and nothing is remembered row by row.
      await markSeen(nextVisit, job, { applicationIds: news, looked: true })
      const { revision } = await showJob(nextVisit, job)
      const said = { applicationIds: [], all: true, revision }
      expect((await markSeen(nextVisit, job, said)).sinceVisit).toEqual({ new: 0, rerated: 0 })
      const { rows } = await store.database.pool.query('select count(*)::int as kept from visit_seen')
      expect(rows).toEqual([{ kept: 0 }])
    })

    test('is whoever the list has had since a moment, whatever was seen', async () => {
      const { context, sandbox } = await desk()
      await buy(context, job, 'complete')
      await markSeen(context, job, { applicationIds: [], all: true })
      sandbox.change(job.jobId, { kind: 'apply', count: 3, at: 'front' })
      const { stored } = await showJob(context, job)
      const since = async (ms: number) =>
        (await listCandidates(context, job, { ...emptyView, new: toMoment(new Date(ms)) }, null, 1)).counts
      expect(await since(Date.now() - 3_600_000)).toMatchObject({ matched: stored })
      expect(await since(Date.now() + 3_600_000)).toMatchObject({ matched: 0, stored })
    })

    test('is not what a reader loads by reading on', async () => {
      const { context } = await desk()
      await buyNext(context, job)
      await markSeen(context, job, { applicationIds: await storedIds(context, job) })
      await buyNext(context, job)
      expect(await showJob(context, job)).toMatchObject({ stored: 100, sinceVisit: { new: 0, rerated: 0 } })
    })

    test('stays new when it changed after the page that was on the screen', async () => {
      const { context, sandbox } = await desk()
      await buy(context, job, 'complete')
      const { revision } = await markSeen(context, job, { applicationIds: [] })
      sandbox.change(job.jobId, { kind: 'rerate', count: 1, rating: 'SUPERB' })
      await buy(context, job, 'check')
      const seen = { applicationIds: [idOf(0)] }
      expect((await markSeen(context, job, { ...seen, revision })).sinceVisit).toEqual({
        new: 0,
        rerated: 1,
      })
      expect((await markSeen(context, job, seen)).sinceVisit).toEqual({ new: 0, rerated: 0 })
    })
  })
})
