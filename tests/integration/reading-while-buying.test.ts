import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { emptyView } from '@/lib/contracts/words'
import { candidatePageBytes, listCandidates } from '@/lib/server/services/list-candidates'
import { PageBytes } from '@/lib/server/services/page-bytes'
import { buy, buyNext } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

/** Lets something happen after the job was looked at and before its rows are read. */
class Interrupted extends PageBytes {
  readonly #happens: () => Promise<unknown>
  constructor(happens: () => Promise<unknown>) {
    super()
    this.#happens = happens
  }
  override async of(question: string, version: string, make: () => Promise<string>) {
    await this.#happens()
    return super.of(question, version, make)
  }
}

onEachEngine('reading while a colleague buys', (store) => {
  test('a page that people came into while it was read counts them in all its numbers', async () => {
    const { context } = await testContext(store.database)
    const job = { jobId: jobOfSize(120), account: null }
    await buyNext(context, job)
    const kept = new Interrupted(() => buyNext(context, job))
    const bytes = await candidatePageBytes(context, kept, job, emptyView, null, 50)
    const page = candidatePage.parse(JSON.parse(new TextDecoder().decode(bytes)))
    expect(page.counts).toEqual({ matched: 100, stored: 100, total: 120 })
    expect(page.job.stored).toBe(100)
    expect(page.items).toHaveLength(50)
    expect(page.nextCursor).not.toBeNull()
  })

  test('whatever page is read while a whole list is bought, its numbers and its rows are of one moment', async () => {
    const { context } = await testContext(store.database)
    const job = { jobId: jobOfSize(400), account: null }
    let bought = false
    const buying = buy(context, job, 'complete').finally(() => (bought = true))
    while (!bought) {
      const { counts, items, nextCursor } = await listCandidates(context, job, emptyView, null, 200)
      expect(counts.matched).toBe(counts.stored)
      expect(items).toHaveLength(Math.min(200, counts.stored))
      expect(nextCursor === null).toBe(counts.stored <= 200)
      // The embedded store answers within this turn of the event loop: the provider has to get its own.
      await nextTurn()
    }
    expect((await buying).list.stored).toBe(400)
  })
})
