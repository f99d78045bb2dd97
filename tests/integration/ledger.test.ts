import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { acquireLease } from '@/lib/server/purchases/store/leases'
import { everyEntry } from '@/lib/contracts/words'
import * as ledger from '@/lib/server/purchases/store/ledger'
import { creditTotals, ledgerSums, listLedger } from '@/lib/server/purchases/store/ledger-pages'
import { onEachEngine } from './engines'

const call = (settings: Partial<ledger.Reservation> = {}): ledger.Reservation => ({
  id: randomUUID(),
  account: 'main',
  jobId: '4100000081',
  kind: 'next',
  offset: 0,
  count: 50,
  quoted: 5,
  who: 'local',
  instance: 'test',
  idempotencyKey: null,
  requestHash: 'hash',
  creditsPerDay: 500,
  ...settings,
})

onEachEngine('the ledger', (store) => {
  const reserve = async (settings?: Partial<ledger.Reservation>) => {
    const reservation = call(settings)
    return { ...reservation, outcome: await ledger.reserveFetch(store.database.db, reservation) }
  }
  const stateOf = async (id: string) => {
    const row = await ledger.getFetch(store.database.db, id)
    return row && { state: row.state, consumed: row.consumed, code: row.code, answer: row.answer }
  }
  const today = async () => (await creditTotals(store.database.db)).today
  const ending = { answer: { said: 'é' }, durationMs: 12 }

  test('a call stands in the ledger before it is made, and holds its price', async () => {
    const { id, outcome } = await reserve()
    expect(outcome).toEqual({ ok: true })
    expect(await stateOf(id)).toEqual({ state: 'reserved', consumed: null, code: null, answer: null })
    expect(await creditTotals(store.database.db)).toEqual({ today: 5, allTime: 0 })
  })

  test('an answer settles it for what it states, even when that is not the quote', async () => {
    const { id } = await reserve()
    expect(await ledger.settleFetch(store.database.db, id, { ...ending, consumed: 7 })).toBe(true)
    expect(await stateOf(id)).toEqual({ state: 'settled', consumed: 7, code: null, answer: { said: 'é' } })
    expect(await creditTotals(store.database.db)).toEqual({ today: 7, allTime: 7 })
  })

  test('an answer that states no price counts as its quote for the day, and as nothing stated', async () => {
    const { id } = await reserve()
    await ledger.settleFetch(store.database.db, id, { ...ending, consumed: null })
    expect(await creditTotals(store.database.db)).toEqual({ today: 5, allTime: 0 })
  })

  test('two answers that state the largest price can still be added up', async () => {
    for (const id of [randomUUID(), randomUUID()]) {
      await reserve({ id, creditsPerDay: 10_000_000_000 })
      await ledger.settleFetch(store.database.db, id, { ...ending, consumed: 2_147_483_647 })
    }
    expect(await creditTotals(store.database.db)).toEqual({ today: 4_294_967_294, allTime: 4_294_967_294 })
    const sums = await ledgerSums(store.database.db, ['main'], everyEntry)
    expect(sums.matched.consumed).toBe(4_294_967_294)
    expect((await reserve()).outcome).toEqual({ ok: false, refused: 'day_limit', left: 0 })
  })

  test.each([5_184_000_000, -5_184_000_000, 12.5])('a clock that jumped %i ms loses no entry', async (ms) => {
    const { id } = await reserve()
    expect(await ledger.settleFetch(store.database.db, id, { ...ending, durationMs: ms, consumed: 5 })).toBe(
      true,
    )
    const { durationMs } = (await ledger.getFetch(store.database.db, id))!
    expect(durationMs).toBeGreaterThanOrEqual(0)
  })

  test('a refusal gives the hold back', async () => {
    const { id } = await reserve()
    expect(await ledger.releaseFetch(store.database.db, id, { ...ending, code: 'rate_limited' })).toBe(true)
    expect(await stateOf(id)).toMatchObject({ state: 'released', consumed: 0, code: 'rate_limited' })
    expect(await today()).toBe(0)
  })

  test('a lost answer keeps the hold, until the answer is found after all', async () => {
    const { db } = store.database
    const { id } = await reserve()
    expect(await ledger.markUnknown(db, id, { ...ending, code: 'possibly_charged' })).toBe(true)
    expect(await stateOf(id)).toMatchObject({ state: 'unknown', consumed: null, code: 'possibly_charged' })
    expect(await today()).toBe(5)
    expect(await ledger.settleFetch(db, id, { ...ending, consumed: 4 })).toBe(true)
    expect(await stateOf(id)).toMatchObject({ state: 'settled', consumed: 4, code: null })
    expect(await today()).toBe(4)
  })

  test('what has ended does not end again', async () => {
    const { db } = store.database
    const { id } = await reserve()
    await ledger.settleFetch(db, id, { ...ending, consumed: 5 })
    expect(await ledger.releaseFetch(db, id, { ...ending, code: 'late' })).toBe(false)
    expect(await ledger.markUnknown(db, id, { ...ending, code: 'late' })).toBe(false)
    expect(await ledger.settleFetch(db, id, { ...ending, consumed: 1 })).toBe(false)
    expect(await stateOf(id)).toMatchObject({ state: 'settled', consumed: 5 })
  })

  describe('the day’s limit', () => {
    test('is never passed by 50 who reserve at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, at) => reserve({ quoted: 1 + (at % 5), creditsPerDay: 37 })),
      )
      const granted = all.filter(({ outcome }) => outcome.ok)
      const held = granted.reduce((sum, { quoted }) => sum + quoted, 0)
      expect(held).toBe(await today())
      expect(held).toBeLessThanOrEqual(37)
      // It is used to the last credit: single-credit calls were among those refused.
      const refused = all.filter(({ outcome }) => !outcome.ok)
      const cheapest = Math.min(...refused.map(({ quoted }) => quoted))
      expect(37 - held).toBeLessThan(cheapest)
      for (const { id } of refused) expect(await ledger.getFetch(store.database.db, id)).toBeNull()
    })

    test('says what is left, and takes what fits exactly', async () => {
      await reserve({ quoted: 4, creditsPerDay: 10 })
      expect((await reserve({ quoted: 7, creditsPerDay: 10 })).outcome).toEqual({
        ok: false,
        refused: 'day_limit',
        left: 6,
      })
      expect((await reserve({ quoted: 6, creditsPerDay: 10 })).outcome).toEqual({ ok: true })
      expect((await reserve({ quoted: 1, creditsPerDay: 10 })).outcome).toMatchObject({ left: 0 })
    })

    test('says what scrolling may still spend of one person, which presses and others do not use up', async () => {
      const scroll = (quoted: number, who = 'local') => reserve({ quoted, who, autoloadCredits: 10 })
      await reserve({ quoted: 50 })
      expect((await scroll(6)).outcome).toEqual({ ok: true })
      expect((await scroll(5)).outcome).toEqual({ ok: false, refused: 'autoload_limit', left: 4 })
      expect((await scroll(10, 'colleague')).outcome).toEqual({ ok: true })
      expect((await scroll(4)).outcome).toEqual({ ok: true })
      expect((await reserve({ quoted: 50 })).outcome).toEqual({ ok: true })
      expect(await ledger.spendToday(store.database.db, 'local')).toEqual({ all: 120, automatic: 10 })
    })

    test('lowered below what is spent leaves nothing, not less than nothing', async () => {
      await reserve({ quoted: 9, creditsPerDay: 10 })
      expect((await reserve({ quoted: 1, creditsPerDay: 3 })).outcome).toMatchObject({ left: 0 })
    })

    test('is of one day: what was spent before counts no more', async () => {
      await reserve({ quoted: 10, creditsPerDay: 10 })
      await store.database.pool.query(`update "fetch" set day = day - 1`)
      expect((await reserve({ quoted: 10, creditsPerDay: 10 })).outcome).toEqual({ ok: true })
    })
  })

  describe('an idempotency key', () => {
    const keyed = (key: string, settings: Partial<ledger.Reservation> = {}) =>
      reserve({ idempotencyKey: key, ...settings })

    test('stands for the fetch it asked for', async () => {
      const { id } = await keyed('key-1')
      const found = await ledger.findByIdempotencyKey(store.database.db, 'key-1')
      expect(found).toMatchObject({ requestHash: 'hash', fetchId: id, fetch: { id, state: 'reserved' } })
      expect(await ledger.findByIdempotencyKey(store.database.db, 'key-2')).toBeNull()
    })

    test('that already stands for a fetch reserves no other, and holds no credits', async () => {
      await keyed('key-1')
      const { id, outcome } = await keyed('key-1', { requestHash: 'another' })
      expect(outcome).toEqual({ ok: false, refused: 'key_taken' })
      expect(await ledger.getFetch(store.database.db, id)).toBeNull()
      expect(await today()).toBe(5)
    })

    test('used by 20 at once reserves once', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => keyed('key-1')))
      expect(all.filter(({ outcome }) => outcome.ok)).toHaveLength(1)
      expect(await today()).toBe(5)
    })

    test('can follow someone else’s fetch', async () => {
      const { db } = store.database
      const { id } = await reserve()
      expect(await ledger.rememberKey(db, { key: 'key-1', requestHash: 'hash', fetchId: id })).toBe(true)
      expect(await ledger.findByIdempotencyKey(db, 'key-1')).toMatchObject({ fetch: { id } })
    })

    test('lasts a day', async () => {
      const { db, pool } = store.database
      await keyed('key-1')
      await pool.query(`update fetch_key set created_at = now() - interval '23 hours'`)
      expect(await ledger.findByIdempotencyKey(db, 'key-1')).not.toBeNull()
      await pool.query(`update fetch_key set created_at = now() - interval '25 hours'`)
      expect(await ledger.findByIdempotencyKey(db, 'key-1')).toBeNull()
      expect((await keyed('key-1', { requestHash: 'another' })).outcome).toEqual({ ok: true })
    })
  })

  describe('reservations whose process is gone', () => {
    test('become unknown, and those whose lease still runs stay', async () => {
      const { db } = store.database
      const [gone, held, expired, settled] = [
        await reserve(),
        await reserve(),
        await reserve(),
        await reserve(),
      ]
      const lease = { account: 'main', holder: 'test', jobId: 'one' }
      await acquireLease(db, { ...lease, fetchId: held.id, ttlMs: 60_000 })
      await acquireLease(db, { ...lease, jobId: 'two', fetchId: expired.id, ttlMs: -1_000 })
      await ledger.settleFetch(db, settled.id, { ...ending, consumed: 5 })
      expect(await ledger.expireReservations(db)).toBe(2)
      expect(await stateOf(gone.id)).toMatchObject({ state: 'unknown', code: 'possibly_charged' })
      expect(await stateOf(expired.id)).toMatchObject({ state: 'unknown', code: 'possibly_charged' })
      expect(await stateOf(held.id)).toMatchObject({ state: 'reserved' })
      expect(await stateOf(settled.id)).toMatchObject({ state: 'settled' })
      expect(await ledger.expireReservations(db)).toBe(0)
    })
  })

  test('is read page by page, newest first, every entry once, only the accounts asked for', async () => {
    const { db, pool } = store.database
    for (let at = 0; at < 23; at += 1)
      await reserve({ account: at % 4 === 0 ? 'agency' : 'main', offset: at })
    // Several in the same instant, as two instances may reserve.
    await pool.query(
      `update "fetch" set started_at = '2026-04-01T10:00:00Z'::timestamptz + ("offset" / 5) * interval '1 second'`,
    )
    const read = async (accounts: string[]) => {
      const offsets: number[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listLedger>> = await listLedger(db, {
          ...{ accounts, filter: everyEntry, cursor, limit: 4 },
        })
        offsets.push(...page.entries.map(({ offset }) => offset))
        cursor = page.nextCursor
      } while (cursor !== null)
      return offsets
    }
    const all = await read(['main', 'agency'])
    expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, at) => at))
    expect(all.map((offset) => Math.floor(offset / 5))).toEqual(
      all.map((offset) => Math.floor(offset / 5)).sort((a, b) => b - a),
    )
    expect((await read(['agency'])).sort((a, b) => a - b)).toEqual([0, 4, 8, 12, 16, 20])
    await expect(
      listLedger(db, { accounts: ['main'], filter: everyEntry, cursor: 'not-a-cursor', limit: 4 }),
    ).rejects.toMatchObject({ name: 'BadCursorError' })
  })
})
