import { emptyView } from '@/lib/contracts/words'
import { describe, expect, test } from 'vitest'
import type { FaultKind } from '@/lib/sandbox/faults'
import { buildPerson } from '@/lib/sandbox/people'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { buyAll, buyNext, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

const idsOf = (jobId: string, size: number) =>
  Array.from({ length: size }, (_, serial) => buildPerson(1, jobId, serial).application_id)

const odd: { kind: FaultKind }[] = [
  { kind: 'short_page' },
  { kind: 'empty_page' },
  { kind: 'stuck_offset' },
  { kind: 'no_next_offset' },
  { kind: 'duplicate_ids' },
  { kind: 'unknown_rating' },
  { kind: 'null_fields' },
  { kind: 'extra_fields' },
  { kind: 'hostile_text' },
]

onEachEngine('a list that moves', (store) => {
  const size = 230
  const job = { jobId: jobOfSize(size), account: null }
  const everyone = idsOf(job.jobId, size)

  test('a quiet list is stored in the provider’s order, nobody missing', async () => {
    const { context } = await testContext(store.database)
    await buyAll(context, job)
    expect(await storedIds(context, job)).toEqual(everyone)
  })

  describe('an odd page in the middle costs nobody', () => {
    test.each(odd)('$kind', async ({ kind }) => {
      const { context, sandbox } = await testContext(store.database)
      await buyNext(context, job)
      sandbox.addFault({ kind })
      await buyAll(context, job)
      const stored = await storedIds(context, job)
      expect(new Set(stored).size).toBe(stored.length)
      // An empty page is asked for once more, at no cost.
      expect(new Set(stored)).toEqual(new Set(everyone))
      const { job: shown } = await listCandidates(context, job, emptyView, null, 1)
      expect(shown.status).toBe('complete')
      const stated = (await ledgerOf(context)).reduce((sum, { consumed }) => sum + consumed!, 0)
      expect(sandbox.stats().creditsCharged).toBe(stated)
    })
  })

  test('people who apply in front between pages push nobody out, and are found in front for a credit', async () => {
    const { context, sandbox } = await testContext(store.database)
    const results = await buyAll(context, job, (_, page) => {
      if (page === 1) sandbox.change(job.jobId, { kind: 'apply', count: 7, at: 'front' })
    })
    const stored = new Set(await storedIds(context, job))
    for (const id of everyone) expect(stored).toContain(id)
    expect(results.at(-1)?.list).toMatchObject({ stored: size + 7, total: size + 7, status: 'short' })
    // Read while it moved, it is not called complete.
    expect(results.at(-1)).toMatchObject({ fetch: { offset: 0, consumed: 1 }, list: { missing: 1 } })
  })

  test('people who withdraw in front between pages hide nobody who stayed', async () => {
    const { context, sandbox } = await testContext(store.database)
    await buyAll(context, job, (_, page) => {
      if (page === 2) sandbox.change(job.jobId, { kind: 'withdraw', count: 9, at: 'front' })
    })
    const stored = new Set(await storedIds(context, job))
    for (const id of everyone) expect(stored).toContain(id)
  })

  test('people who apply and withdraw at the end are met where the list ends', async () => {
    const { context, sandbox } = await testContext(store.database)
    await buyAll(context, job, (_, page) => {
      if (page === 1) sandbox.change(job.jobId, { kind: 'withdraw', count: 5, at: 'end' })
      if (page === 2) sandbox.change(job.jobId, { kind: 'apply', count: 3, at: 'end' })
    })
    const stored = new Set(await storedIds(context, job))
    for (const id of everyone.slice(0, -5)) expect(stored).toContain(id)
    const newcomers = [0, 1, 2].map((serial) => buildPerson(1, job.jobId, size + serial).application_id)
    for (const id of newcomers) expect(stored).toContain(id)
  })

  test('a total that overstates ends with a list that says it is short, not with an endless one', async () => {
    const { context, sandbox } = await testContext(store.database)
    sandbox.change(job.jobId, { kind: 'overstate', count: 12 })
    const results = await buyAll(context, job)
    expect(results.at(-1)?.list).toMatchObject({
      stored: size,
      total: size + 12,
      missing: 12,
      status: 'short',
    })
    expect(sandbox.stats().calls).toBe(5)
  })

  test('a row that cannot be read costs that row’s display, not the page', async () => {
    const { context, sandbox } = await testContext(store.database)
    sandbox.addFault({ kind: 'unreadable_row' })
    await buyNext(context, job)
    const { items } = await listCandidates(context, job, emptyView, null, 50)
    expect(items).toHaveLength(50)
    expect(items[0]).toMatchObject({ applicationId: everyone[0], unreadable: true, fullName: null })
    expect(items.slice(1).every(({ unreadable }) => !unreadable)).toBe(true)
  })

  test('a row without an id is kept under a name made from what was sent', async () => {
    const { context, sandbox } = await testContext(store.database)
    sandbox.addFault({ kind: 'no_id' })
    await buyNext(context, job)
    const { items } = await listCandidates(context, job, emptyView, null, 50)
    expect(items).toHaveLength(50)
    expect(items[0]?.applicationId).toMatch(/^unreadable-[0-9a-f]{20}$/)
  })
})
