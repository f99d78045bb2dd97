import { expect, test, vi } from 'vitest'
import { recordJobEvent, touchMarks } from '@/lib/server/candidates/store/job-events'
import { sweepEvents } from '@/lib/server/events/store/outbox'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { buy, buyNext } from './desk'
import { onEachEngine } from './engines'
import { announced, enterMark, entered, eventDesk, job, key, soon } from './event-desk'

const { newInstance, newReader } = eventDesk()

onEachEngine('the events of a job', (store, engine) => {
  test('what people do arrives in order, once, with ids', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const reader = await newReader(instance)
    expect(reader.first()).toMatchObject({ event: 'ready', data: { me: 'local' } })
    for (const what of ['decision', 'notes', 'tags']) await enterMark(store.database, what)
    await vi.waitFor(() => expect(reader.ids()).toHaveLength(3), announced)
    expect(reader.told()).toEqual(
      ['decision', 'notes', 'tags'].map((what) => ({
        ...{ kind: 'marks', by: 'local', what, applicationIds: ['a-1'] },
      })),
    )
  })

  test('a purchase tells how far it has come and what the list came to', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const reader = await newReader(instance)
    await buy(instance.context, job, 'complete')
    const { told } = reader
    await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ kind: 'fetch', ended: true }), announced)
    expect(told()).toMatchObject([
      { kind: 'fetch', ended: false, progress: { pages: 0 } },
      { kind: 'list', stored: 81, new: 31, gone: 0 },
      { kind: 'fetch', ended: false, progress: { pages: 1, new: 31 } },
      { kind: 'fetch', ended: true, progress: { pages: 1 } },
    ])
    // Counts and ids: nothing of a person.
    const { rows } = await store.database.pool.query<{ full_name: string }>(
      `select person::json->>'fullName' as full_name from candidate where person::json->>'fullName' is not null limit 81`,
    )
    const text = JSON.stringify(told())
    for (const { full_name: name } of rows) expect(text).not.toContain(name)
  })

  test('an erasure tells that the list changed, and not about whom', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const { rows } = await store.database.pool.query<{ id: string; revision: number }>(
      'select application_id as id, edition as revision from candidate join job using (account, job_id) limit 1',
    )
    const [{ id, revision }] = rows as [(typeof rows)[number]]
    const reader = await newReader(instance)
    await erasePerson(instance.context, { applicationId: id })
    await vi.waitFor(() => expect(reader.told()).toHaveLength(1), announced)
    expect(reader.told()).toEqual([
      { kind: 'list', by: 'local', stored: 50, revision: revision + 1, new: 0, changed: 1, gone: 0 },
    ])
    expect(JSON.stringify(reader.sent)).not.toContain(id)
  })

  test('whoever comes back gets what they missed, and then what comes, without a gap or a repetition', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const first = await newReader(instance)
    await enterMark(store.database)
    await vi.waitFor(() => expect(first.ids()).toHaveLength(1), announced)
    first.leave()
    await first.ended
    const [after = 0] = first.ids()
    for (let missed = 0; missed < 5; missed += 1) await enterMark(store.database)
    const writing = Promise.all(Array.from({ length: 10 }, () => enterMark(store.database)))
    const second = await newReader(instance, { after })
    await writing
    await enterMark(store.database)
    const all = (await entered(store.database)).filter((id) => id > after)
    expect(all).toHaveLength(16)
    await vi.waitFor(() => expect(second.ids()).toEqual(all), soon)
    expect(second.first()).toMatchObject({ event: 'ready', id: after })
  })

  test('`follow=0` ends once its reader has caught up', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    await enterMark(store.database)
    const [after = 0, ...rest] = await entered(store.database)
    const reader = await newReader(instance, { after, follow: false })
    await reader.ended
    expect(reader.ids()).toEqual(rest)
    expect(reader.sent.at(-1)).toEqual({ event: 'end', data: { reason: 'caught_up' } })
  })

  test('events are kept for a day; whoever is further behind reads everything again', async () => {
    const { database } = store
    const instance = await newInstance(database)
    await buyNext(instance.context, job)
    for (let events = 0; events < 3; events += 1) await enterMark(database)
    const [old = 0] = await entered(database)
    await database.pool.query(`update job_event set at = now() - interval '25 hours' where id < $1`, [
      old + 3,
    ])
    expect(await sweepEvents(database.db)).toBeGreaterThan(0)
    const [kept = 0] = await entered(database)
    expect((await newReader(instance, { after: kept })).first()).toMatchObject({ event: 'ready' })
    expect((await newReader(instance, { after: kept - 1 })).first()).toMatchObject({ event: 'ready' })
    expect((await newReader(instance, { after: old })).first()).toMatchObject({ event: 'reset', id: kept })
    // Of a store that was put back from a copy.
    expect((await newReader(instance, { after: kept + 1_000_000 })).first()).toMatchObject({ event: 'reset' })
    await database.pool.query('delete from job_event')
    expect((await newReader(instance, { after: kept })).first()).toMatchObject({ event: 'ready' })
    expect((await newReader(instance, { after: old })).first()).toMatchObject({ event: 'reset' })
  })

  test('a reader who does not keep up is let go, and catches up', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const slow = await newReader(instance)
    const quick = await newReader(instance)
    slow.fallBehind()
    await enterMark(store.database)
    await slow.ended
    expect(slow.sent.at(-1)).toEqual({ event: 'end', data: { reason: 'slow' } })
    await enterMark(store.database)
    await vi.waitFor(() => expect(quick.ids()).toHaveLength(2), announced)
    const again = await newReader(instance, { after: slow.ids()[0]! })
    await vi.waitFor(() => expect([...slow.ids(), ...again.ids()]).toEqual(quick.ids()), soon)
  })

  test('a stream ends with the server’s stop', async () => {
    const instance = await newInstance(store.database)
    await buyNext(instance.context, job)
    const reader = await newReader(instance)
    instance.stop()
    await reader.ended
    expect(reader.sent.at(-1)).toEqual({ event: 'end', data: { reason: 'stopping' } })
    // One that begins meanwhile, too.
    const late = await newReader(instance)
    await late.ended
    expect(late.sent.at(-1)).toEqual({ event: 'end', data: { reason: 'stopping' } })
  })

  test('concurrent writers of every kind are read in the order of their ids, none left out', async () => {
    const { database } = store
    const instance = await newInstance(database)
    await buyNext(instance.context, job)
    const reader = await newReader(instance)
    const write = (at: number) =>
      database.db.transaction(async (tx) => {
        if (at % 2 === 0) await recordJobEvent(tx, key, { kind: 'views', data: {}, by: null })
        else await touchMarks(tx, key, { what: 'tags', applicationIds: [], by: null })
        // Others get their ids while this one has not committed yet.
        await tx.execute('select pg_sleep(0.003)')
      })
    await Promise.all(Array.from({ length: engine === 'postgres' ? 200 : 40 }, (_, at) => write(at)))
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from job_event where kind in ('views', 'marks') order by id`,
    )
    const ids = rows.map(({ id }) => Number(id))
    await vi.waitFor(() => expect(reader.ids()).toEqual(ids), soon)
  })
})
