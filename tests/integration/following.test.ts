import { expect, onTestFinished, test, vi } from 'vitest'
import type { FetchResult } from '@/lib/contracts/fetch'
import { followFetch } from '@/lib/server/purchases/follow-fetch'
import { toStored } from '@/lib/server/purchases/stored-answer'
import { acquireLease, renewLease } from '@/lib/server/purchases/store/leases'
import * as runs from '@/lib/server/purchases/store/runs'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

const key = { account: 'main', jobId: jobOfSize(412) }
const held = { ...key, holder: 'another-server', fetchId: 'run-1', ttlMs: 60_000 }
const progress = {
  ...({ fetchId: 'run-1', kind: 'complete', pages: 1, rows: 50, new: 50 } as const),
  ...({ spent: 5, lastCall: 'charged', quoted: 40, left: { rows: 362, credits: 37 } } as const),
}
const callers = 50

const result: FetchResult = {
  fetch: {
    ...{ id: 'run-1', kind: 'complete', state: 'settled', offset: 0, count: 50 },
    ...{ quoted: 5, consumed: 5, code: null },
  },
  ...{ spent: 5, lastCall: 'charged' },
  list: {
    ...{ stored: 50, total: 50, status: 'complete', missing: 0, new: 50, changed: 0, gone: 0, revision: 1 },
    offers: { next: null, check: null, complete: null, refresh: null },
  },
}

onEachEngine('waiting for a fetch of another server', (store) => {
  /** Fifty callers who wait, and how many queries were made since. */
  async function follow() {
    const { context } = await testContext(store.database)
    await acquireLease(store.database.db, held)
    await runs.startRun(store.database.db, key, { progress, idempotencyKey: null, requestHash: '' })
    const queries = vi.spyOn(store.database.pool, 'query')
    onTestFinished(() => queries.mockRestore())
    let queriesUntilProgress = 0
    const onProgress = vi.fn(() => {
      queriesUntilProgress = queries.mock.calls.length
    })
    const answers = Array.from({ length: callers }, () => followFetch(context, key, 'run-1', { onProgress }))
    await vi.waitFor(() => expect(onProgress).toHaveBeenCalledTimes(callers), { timeout: 30_000 })
    // All of them heard of the first page by the only query there was.
    expect(queriesUntilProgress).toBe(1)
    return { answers, queries }
  }

  test('costs one query a turn, however many callers wait', async () => {
    const { answers, queries } = await follow()
    await runs.endRun(store.database.db, 'run-1', toStored({ ok: true, result }))
    for (const answer of await Promise.all(answers)) expect(answer).toEqual(result)
    expect(queries.mock.calls.length).toBeLessThan(callers)
  })

  test('ends for all of them when the lease of a dead holder runs out', async () => {
    const { answers, queries } = await follow()
    await renewLease(store.database.db, { ...held, ttlMs: -1_000 })
    expect(new Set(await Promise.all(answers))).toEqual(new Set([null]))
    expect(queries.mock.calls.length).toBeLessThan(callers)
  })
})
