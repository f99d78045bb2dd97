import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { emptyView } from '@/lib/contracts/words'
import { candidatePageBytes, listCandidates } from '@/lib/server/candidates/list-candidates'
import { type PageCache, createPageCache } from '@/lib/server/candidates/page-cache'
import * as candidatePages from '@/lib/server/candidates/store/candidate-pages'
import { saveResponse } from '@/lib/server/sharing/store/share-responses'
import { markSeen } from '@/lib/server/candidates/visits'
import { buy, buyNext } from './desk'
import { onEachEngine } from './engines'
import { addShareLink } from './stored-shares'
import { jobOfSize, testContext } from './test-context'

/** Lets something happen after the job was looked at and before its rows are read. */
function interrupted(happens: () => Promise<unknown>): PageCache {
  const kept = createPageCache()
  const { pages } = kept
  const of = pages.of.bind(pages)
  vi.spyOn(pages, 'of').mockImplementation(async (...asked) => {
    await happens()
    return of(...asked)
  })
  return kept
}

onEachEngine('reading while a colleague buys', (store) => {
  test('a page that people came into while it was read counts them in all its numbers', async () => {
    const { context } = await testContext(store.database)
    const job = { jobId: jobOfSize(120), account: null }
    await buyNext(context, job)
    const kept = interrupted(() => buyNext(context, job))
    const bytes = await candidatePageBytes(context, kept, job, emptyView, null, 50)
    const page = candidatePage.parse(JSON.parse(new TextDecoder().decode(bytes)))
    expect(page.counts).toEqual({ matched: 100, stored: 100, total: 120 })
    expect(page.job.stored).toBe(100)
    expect(page.items).toHaveLength(50)
    expect(page.nextCursor).not.toBeNull()
  })

  test('a vote and a visit change marks alone: the rows are read once, for every reader', async () => {
    const { context } = await testContext(store.database)
    const { db } = store.database
    const job = { jobId: jobOfSize(81), account: null }
    const key = { account: 'main', jobId: job.jobId }
    await buyNext(context, job)
    const kept = createPageCache()
    const reading = vi.spyOn(candidatePages, 'pageTexts')
    onTestFinished(() => reading.mockRestore())
    const read = async (of = context) => {
      const bytes = await candidatePageBytes(of, kept, job, emptyView, null, 50)
      return candidatePage.parse(JSON.parse(new TextDecoder().decode(bytes)))
    }
    const before = await read()
    const [first, second] = before.items.map(({ applicationId }) => applicationId)
    const link = await addShareLink(db, key, { kind: 'live' })
    const said = { guestName: 'Gus', vote: 'yes', comment: null, at: new Date() } as const
    await saveResponse(db, 'one', { ...key, linkId: link, applicationId: first!, guest: 'g' }, said)
    await markSeen(context, job, { applicationIds: [second!] })
    const after = await read()
    expect(after.items).toEqual(before.items)
    expect(after.marks).toEqual({ [first!]: { votes: { yes: 1, maybe: 0, no: 0, comments: 0 } } })
    const colleague = { ...context, actor: { ...context.actor, id: 'colleague' } }
    expect((await read(colleague)).items).toEqual(before.items)
    expect(reading).toHaveBeenCalledTimes(1)
    await buyNext(context, job)
    expect((await read()).counts.stored).toBe(81)
    expect(reading).toHaveBeenCalledTimes(2)
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
