import { describe, expect, test } from 'vitest'
import type { FetchProgress } from '@/lib/contracts/fetch'
import { emptyView } from '@/lib/contracts/words'
import { buildPerson } from '@/lib/sandbox/people'
import { listJobs, openJob, showJob } from '@/lib/server/jobs/jobs'
import { listCandidates, showCandidate } from '@/lib/server/candidates/list-candidates'
import { quoteFetch } from '@/lib/server/purchases/quotes'
import { markSeen } from '@/lib/server/candidates/visits'
import { toMoment } from '@/lib/url/view'
import { onEachEngine } from './engines'
import { buy, buyNext, ledgerOf, storedIds } from './desk'
import { jobOfSize, testContext } from './test-context'

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
