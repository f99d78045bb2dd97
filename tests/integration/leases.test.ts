import { expect, test } from 'vitest'
import { acquireLease, findLease, releaseLease, renewLease } from '@/lib/server/purchases/store/leases'
import { onEachEngine } from './engines'

const key = { account: 'main', jobId: '4100000081' }
const ran = -1_000
const runs = 60_000

onEachEngine('leases', (store) => {
  const take = (fetchId: string, ttlMs = runs, job = key) =>
    acquireLease(store.database.db, { ...job, holder: `of-${fetchId}`, fetchId, ttlMs })

  test('of 20 who ask at once one gets the list, and the others learn whose it is', async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => ({ id: `f${at}`, lease: await take(`f${at}`) })),
    )
    const [holder, ...rest] = asked.filter(({ lease }) => lease.ok)
    expect(rest).toEqual([])
    const others = asked.filter(({ lease }) => !lease.ok)
    for (const { lease } of others) expect(lease).toEqual({ ok: false, fetchId: holder!.id })
    expect(await findLease(store.database.db, key)).toEqual({ fetchId: holder!.id, live: true })
  })

  test('each list has a lease of its own', async () => {
    expect(await take('a')).toEqual({ ok: true })
    expect(await take('b', runs, { ...key, jobId: 'another' })).toEqual({ ok: true })
    expect(await take('c', runs, { ...key, account: 'agency' })).toEqual({ ok: true })
  })

  test('one that ran out is taken over, by one', async () => {
    await take('dead', ran)
    expect(await findLease(store.database.db, key)).toEqual({ fetchId: 'dead', live: false })
    const asked = await Promise.all(Array.from({ length: 10 }, (_, at) => take(`f${at}`)))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('one that is renewed is kept, and one that was taken over is not renewed', async () => {
    const { db } = store.database
    const held = { ...key, holder: 'of-a', fetchId: 'a', ttlMs: runs }
    await take('a', ran)
    expect(await renewLease(db, held)).toBe(true)
    expect(await take('b')).toEqual({ ok: false, fetchId: 'a' })
    await renewLease(db, { ...held, ttlMs: ran })
    expect(await take('b')).toEqual({ ok: true })
    expect(await renewLease(db, held)).toBe(false)
    expect(await findLease(db, key)).toEqual({ fetchId: 'b', live: true })
  })

  test('one that is given up is free, and nobody gives up another’s', async () => {
    const { db } = store.database
    await take('a')
    await releaseLease(db, { ...key, fetchId: 'b' })
    expect(await findLease(db, key)).toEqual({ fetchId: 'a', live: true })
    await releaseLease(db, { ...key, fetchId: 'a' })
    expect(await findLease(db, key)).toBeNull()
    expect(await take('b')).toEqual({ ok: true })
  })
})
