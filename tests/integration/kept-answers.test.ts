import { expect, test } from 'vitest'
import type { Context } from '@/lib/server/auth/context'
import { buy, ledgerOf, storedIds } from './desk'
import { onEachEngine } from './engines'
import { jobOfSize, testContext } from './test-context'

const job = { jobId: jobOfSize(130), account: null }
type Kept = { code: string; result: { fetch: unknown; list: Record<string, unknown> } }
const idempotencyKey = 'key-from-before-the-upgrade'

onEachEngine('an answer kept before an upgrade', (store) => {
  /** Puts answers back into the form that earlier versions kept them in. */
  async function downgrade(table: 'fetch' | 'fetch_run', change: (kept: Kept) => unknown) {
    const { pool } = store.database
    const { rows } = await pool.query<{ id: string; answer: string }>(
      `select id, answer from "${table}" where answer is not null`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, answer } of rows) {
      const old = JSON.stringify(change(JSON.parse(answer) as Kept))
      await pool.query(`update "${table}" set answer = $2 where id = $1`, [id, old])
    }
  }
  const withoutCharge = ({ result: { fetch, list } }: Kept) => {
    const { revision: _revision, offers: _offers, ...first } = list
    return { ok: true, result: { fetch, list: { ...first, passCredits: 13 } } }
  }
  const again = (context: Context, kind: 'next' | 'complete') => buy(context, job, kind, { idempotencyKey })

  test.each([
    ['next', 'fetch', 5],
    ['complete', 'fetch_run', 13],
  ] as const)(
    'of a %s says what the ledger knows it cost, and what the list offers',
    async (kind, table, spent) => {
      const { context, sandbox } = await testContext(store.database)
      const result = await again(context, kind)
      await downgrade(table, withoutCharge)
      expect(await again(context, kind)).toEqual({
        ...result,
        spent,
        lastCall: 'charged',
        list: { ...result.list, passCredits: undefined },
      })
      expect(sandbox.stats().creditsCharged).toBe(spent)
    },
  )

  test('whose price was not stated stays in doubt', async () => {
    const { context } = await testContext(store.database)
    await again(context, 'complete')
    await downgrade('fetch_run', withoutCharge)
    await store.database.pool.query(`update "fetch" set consumed = null where "offset" = 100`)
    expect(await again(context, 'complete')).toMatchObject({ spent: 10, lastCall: 'unknown' })
  })

  test('of a failed load says what the pages before its failure cost', async () => {
    const { context, sandbox } = await testContext(store.database)
    const onProgress = ({ pages }: { pages: number }) => {
      if (pages === 2) sandbox.addFault({ kind: 'INSUFFICIENT_CREDITS' })
    }
    const load = () => buy(context, job, 'complete', { idempotencyKey, onProgress })
    await expect(load()).rejects.toMatchObject({ facts: { spent: 10 } })
    await downgrade('fetch_run', ({ code }) => ({ ok: false, code, facts: { charged: 'no' } }))
    await expect(load()).rejects.toMatchObject({
      code: 'insufficient_credits',
      facts: { spent: 10, lastCall: 'charged' },
    })
  })

  test('that nobody can read is an error with its charge, not a free load', async () => {
    const { context } = await testContext(store.database)
    await again(context, 'next')
    await downgrade('fetch', () => ({ version: 99, ok: true, told: 'otherwise' }))
    await expect(again(context, 'next')).rejects.toMatchObject({
      code: 'internal_error',
      facts: { spent: 5, lastCall: 'charged' },
    })
    expect(await storedIds(context, job)).toHaveLength(50)
    expect(await ledgerOf(context)).toHaveLength(1)
  })

  test('of pages counts what they brought when their load goes on', async () => {
    const { context, sandbox } = await testContext(store.database)
    const stopping = new AbortController()
    const stopped = { ...context, stopping: stopping.signal }
    await buy(stopped, job, 'complete', { idempotencyKey, onProgress: () => stopping.abort() })
    await buy(context, job, 'next')
    await downgrade('fetch', withoutCharge)
    await store.database.pool.query('update fetch_run set answer = null')
    const { list, spent } = await again(context, 'complete')
    expect({ spent, stored: list.stored, calls: sandbox.stats().calls }).toMatchObject({ stored: 130 })
  })
})
