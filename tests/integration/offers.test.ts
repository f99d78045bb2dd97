import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { fetchKinds } from '@/lib/contracts/words'
import type { ListChange } from '@/lib/sandbox/job-list'
import type { Context } from '@/lib/server/auth/context'
import { fetchCandidates } from '@/lib/server/purchases/fetch-candidates'
import { showJob } from '@/lib/server/jobs/jobs'
import { quoteFetch } from '@/lib/server/purchases/quotes'
import type { JobRef } from '@/lib/url/paths'
import { buy, buyNext, ledgerOf } from './desk'
import { emptyStore, onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

const count = fc.integer({ min: 1, max: 30 })
const at = fc.constantFrom('front' as const, 'middle' as const, 'end' as const)
const change: fc.Arbitrary<ListChange> = fc.oneof(
  fc.record({ kind: fc.constant('apply' as const), count, at }),
  fc.record({ kind: fc.constant('withdraw' as const), count, at }),
  fc.record({ kind: fc.constant('rerank' as const), count }),
  fc.record({ kind: fc.constant('overstate' as const), count: fc.integer({ min: 0, max: 9 }) }),
)
const steps = fc.array(
  fc.record({
    change: fc.option(change),
    kind: fc.constantFrom(...fetchKinds),
    // Some refreshes and completes are stopped after their first page.
    stop: fc.boolean(),
  }),
  { minLength: 1, maxLength: 7 },
)

/** Takes up one offer of a job, for its price. @returns what was offered, and how the server quoted it */
async function takeUp(context: Context, job: JobRef, kind: FetchKind, stop: boolean) {
  const offer = (await showJob(context, job)).offers[kind]
  expect(await quoteFetch(context, job, kind)).toMatchObject({
    credits: offer?.credits ?? 0,
    rows: offer?.rows ?? 0,
  })
  const stopping = new AbortController()
  const onProgress = () => stop && stopping.abort()
  const told = { ...context, stopping: stopping.signal }
  const { fetch, list, spent } = await buy(told, job, kind, { maxCredits: offer?.credits ?? 0, onProgress })
  if (!offer) {
    expect(fetch).toMatchObject({ code: 'nothing_to_fetch', quoted: 0 })
    return
  }
  expect(fetch.quoted).toBe(offer.credits)
  if (kind === 'next' || kind === 'check') {
    const [entry] = await ledgerOf(context)
    expect(entry).toMatchObject({ kind, quoted: offer.credits, offset: fetch.offset, count: fetch.count })
    expect(offer.rows).toBeLessThanOrEqual(fetch.count)
  }
  expect(spent).toBeLessThanOrEqual(offer.credits)
  // What the answer offers is what the job offers from now on.
  expect(await showJob(context, job)).toMatchObject({ offers: list.offers, revision: list.revision })
}

onEachEngine('what a list offers', (store) => {
  test('is what the server sells, for any list that moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 130 }), steps, async (size, taken) => {
        const { context, sandbox } = await testContext(store.database)
        const job = { jobId: jobOfSize(size), account: null }
        await emptyStore(store.database)
        await buyNext(context, job)
        for (const { change: moved, kind, stop } of taken) {
          if (moved) sandbox.change(job.jobId, moved)
          await takeUp(context, job, kind, stop)
        }
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  test('is the dearer window where people left and others applied while it was read again', async () => {
    const { context, sandbox } = await testContext(store.database)
    const job = { jobId: jobOfSize(120), account: null }
    await buy(context, job, 'complete', { maxCredits: 5 })
    await buyNext(context, job, { maxCredits: 5 })
    sandbox.change(job.jobId, { kind: 'withdraw', count: 10, at: 'front' })
    const stopping = new AbortController()
    const told = { ...context, stopping: stopping.signal }
    const onProgress = ({ pages }: { pages: number }) => {
      if (pages === 1) sandbox.change(job.jobId, { kind: 'apply', count: 12, at: 'front' })
      if (pages === 2) stopping.abort()
    }
    await buy(told, job, 'refresh', { onProgress })
    for (const kind of fetchKinds) await takeUp(context, job, kind, false)
  })

  test('is null where there is nothing to fetch, and then costs nothing', async () => {
    const { context, sandbox } = await testContext(store.database)
    const job = { jobId: jobOfSize(7), account: null }
    expect((await showJob(context, job)).offers).toEqual({
      next: { rows: 50, credits: 5, resumes: false },
      check: { rows: 10, credits: 1, resumes: false },
      complete: { rows: 50, credits: 5, resumes: false },
      refresh: null,
    })
    await buyNext(context, job)
    const { offers } = await showJob(context, job)
    expect(offers).toMatchObject({ next: null, complete: null, refresh: { rows: 7, credits: 1 } })
    expect((await buy(context, job, 'complete', { maxCredits: 0 })).fetch.code).toBe('nothing_to_fetch')
    expect(sandbox.stats().calls).toBe(1)
  })
})

onEachEngine('a press buys only what its presser did not have', (store) => {
  const job = { jobId: jobOfSize(412), account: null }
  const press = (context: Context, seen: { stored: number; revision: number }) =>
    fetchCandidates(context, job, { kind: 'next', maxCredits: 5, seen }, { idempotencyKey: randomUUID() })

  test('fifty people at the end of the same rows, one after the other, buy the next page once', async () => {
    const { context, sandbox } = await testContext(store.database)
    const { list } = await buyNext(context, job)
    const before = sandbox.stats().creditsCharged
    const answers: FetchResult[] = []
    for (let no = 0; no < 50; no++) answers.push(await press(context, list))
    expect(answers[0]).toMatchObject({
      spent: 5,
      lastCall: 'charged',
      fetch: { code: null },
      list: { new: 50 },
    })
    for (const answer of answers.slice(1)) {
      expect(answer).toMatchObject({
        fetch: { id: null, state: 'settled', consumed: 0, code: 'already_stored' },
        spent: 0,
        lastCall: 'free',
        list: { stored: 100, new: 0, offers: answers[0]?.list.offers },
      })
    }
    expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: before + 5 })
    expect(await ledgerOf(context)).toHaveLength(2)
  })

  test('a team that presses at once pays once, and only who bought is told of a charge', async () => {
    const { context, sandbox } = await testContext(store.database)
    const { list } = await buyNext(context, job)
    const answers = await Promise.all(Array.from({ length: 12 }, () => press(context, list)))
    expect(answers.reduce((sum, { spent }) => sum + spent, 0)).toBe(5)
    expect(answers.filter(({ fetch }) => fetch.code === 'already_stored')).toHaveLength(11)
    expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 10 })
  })

  test('the same press, sent again under its key, gets the answer it bought', async () => {
    const { context, sandbox } = await testContext(store.database)
    const { list } = await buyNext(context, job)
    const request = { kind: 'next' as const, maxCredits: 5, seen: list }
    const again = () => fetchCandidates(context, job, request, { idempotencyKey: 'press-1' })
    expect(await again()).toEqual(await again())
    expect(sandbox.stats().calls).toBe(2)
  })

  test('a refusal of the price does not stand before what is there already', async () => {
    const { context } = await testContext(store.database)
    const { list } = await buyNext(context, job)
    await buyNext(context, job)
    const request = { kind: 'next' as const, maxCredits: 0, seen: list }
    const { fetch } = await fetchCandidates(context, job, request, { idempotencyKey: null })
    expect(fetch.code).toBe('already_stored')
  })
})
