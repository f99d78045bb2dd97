import { expect, onTestFinished, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { buildPerson } from '@/lib/sandbox/people'
import { openDatabase } from '@/lib/server/db/open-database'
import { settleAbandoned } from '@/lib/server/purchases/settle-abandoned'
import { type Report, startBuyer } from './buyer'
import { contextOf } from './context-of'
import { buyNext, ledgerOf, storedIds } from './desk'
import { newFolder } from './engines'
import { jobOfSize, testProvider } from './test-context'
import { quietLog } from './test-log'

const kills = 20

test(
  'killed 20 times while buying, the embedded store opens again with every acknowledged row and entry',
  { timeout: 600_000 },
  async () => {
    const provider = await testProvider()
    const store = await newFolder()
    onTestFinished(store.remove)
    const acknowledged: Extract<Report, { kind: 'bought' }>[] = []

    for (let round = 0; round < kills; round += 1) {
      // A list of its own for every life, longer than it will live.
      const jobIds = [jobOfSize(2_000 + round)]
      const buyer = startBuyer({ store, provider, leaseMs: 30_000, ask: { kind: 'lists', jobIds } })
      let left = Math.floor(Math.random() * 6)
      let dead: Promise<void> | null = null
      for await (const report of buyer.reports) {
        if (report.kind === 'bought') acknowledged.push(report)
        // At any moment of the fetch after: on the way out, in the provider, on the way in, in the store.
        if (left === 0) dead = pause(Math.random() * 40).then(buyer.kill)
        left -= 1
      }
      expect(dead, 'it ended by itself').not.toBeNull()
      await dead
    }

    const database = await openDatabase({ ...store, log: quietLog })
    onTestFinished(database.close)
    await settleAbandoned(database)
    const context = contextOf(database, provider)
    const entries = new Map((await ledgerOf(context)).map((entry) => [entry.id, entry]))
    expect(acknowledged.length).toBeGreaterThan(kills)
    for (const { result } of acknowledged) {
      expect(entries.get(result.fetch.id ?? '')).toMatchObject({ state: 'settled', consumed: 5 })
    }
    const bought = new Map(acknowledged.map(({ jobId, result }) => [jobId, result.list.stored]))
    for (const [jobId, count] of bought) {
      const known = new Set(await storedIds(context, { jobId, account: null }))
      const paid = Array.from({ length: count }, (_, serial) => buildPerson(1, jobId, serial).application_id)
      expect(paid.filter((id) => !known.has(id))).toEqual([])
    }

    // Every call stands in the ledger; what was charged is what was stated, and at most what is unknown.
    const all = [...entries.values()]
    expect(all.filter(({ state }) => state !== 'settled' && state !== 'unknown')).toEqual([])
    const { calls, creditsCharged } = provider.sandbox.stats()
    expect(all.length).toBeGreaterThanOrEqual(calls)
    const stated = all.reduce((sum, { consumed }) => sum + (consumed ?? 0), 0)
    const unknown = all
      .filter(({ state }) => state === 'unknown')
      .reduce((sum, { quoted }) => sum + quoted, 0)
    expect(creditsCharged).toBeGreaterThanOrEqual(stated)
    expect(creditsCharged).toBeLessThanOrEqual(stated + unknown)

    // And it goes on.
    expect((await buyNext(context, { jobId: jobOfSize(81), account: null })).list.stored).toBe(50)
  },
)
