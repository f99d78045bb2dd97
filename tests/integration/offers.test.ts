import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FetchKind } from '@/lib/contracts/fetch'
import { fetchKinds } from '@/lib/contracts/words'
import type { ListChange } from '@/lib/sandbox/job-list'
import type { Context } from '@/lib/server/services/context'
import { showJob } from '@/lib/server/services/jobs'
import { quoteFetch } from '@/lib/server/services/quotes'
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
      { numRuns: 25 },
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
