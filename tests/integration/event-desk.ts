import { afterEach } from 'vitest'
import { endEvent, fetchEvent, listEvent, marksEvent, presenceEvent } from '@/lib/contracts/job-events'
import type { Context } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import type { Database } from '@/lib/server/db/open-database'
import { createEventHub, type EventHub } from '@/lib/server/events/event-hub'
import { followEvents, type Sent } from '@/lib/server/events/follow-events'
import { jobOfSize, testContext } from './test-context'

const contracts = { marks: marksEvent, list: listEvent, fetch: fetchEvent }
const jobId = jobOfSize(81)
/** The job that is followed, as an address and as the store name it. */
export const job = { jobId, account: null }
export const key = { account: 'main', jobId }
/** Shorter than the poll interval: an event that arrives within it was announced. */
export const announced = { timeout: 3_000, interval: 10 }
export const soon = { timeout: 20_000, interval: 20 }

export type Instance = { context: Context; hub: EventHub; stop: () => void }

export const enterMark = (database: Database, what = 'decision') =>
  database.db.transaction((tx) => touchMarks(tx, key, { what, applicationIds: ['a-1'], by: 'local' }))

/** The ids of all events, in order. */
export const entered = async ({ pool }: Database): Promise<number[]> => {
  const { rows } = await pool.query<{ id: string }>('select id from job_event order by id')
  return rows.map(({ id }) => Number(id))
}

/** Instances and readers, closed after each test of the file that calls this. */
export function eventDesk() {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  /** A process of the product over a store. */
  async function newInstance(database: Database, listen = database.listen): Promise<Instance> {
    const stopping = new AbortController()
    const { context } = await testContext(database, { stopping: stopping.signal })
    const hub = createEventHub({ ...context, listen })
    closing.push(() => hub.close())
    return { context, hub, stop: () => stopping.abort() }
  }

  /** A reader of the stream, who keeps all that came. */
  async function newReader(
    { context, hub }: Instance,
    { after = null, ...options }: { after?: number | null; follow?: boolean } = {},
  ) {
    const sent: Sent[] = []
    const left = new AbortController()
    let reading = true
    const { run } = await followEvents(context, hub, job, {
      after: after === null ? null : { id: after },
      follow: true,
      ...options,
    })
    const ended = run((each) => {
      sent.push(each)
      return reading
    }, left.signal)
    closing.push(async () => {
      left.abort()
      await ended
    })
    return {
      sent,
      /** What came, read through its contract. */
      told: () =>
        sent.flatMap((each) => {
          if (each.event === 'presence') presenceEvent.parse(each.data)
          if (each.event === 'end') endEvent.parse(each.data)
          if (each.event !== 'outbox') return []
          const { kind, data, by } = each.row
          const value: unknown = { by, ...(JSON.parse(data) as object) }
          return {
            kind,
            ...(kind in contracts ? contracts[kind as keyof typeof contracts].parse(value) : {}),
          }
        }),
      ended,
      ids: () => sent.flatMap((each) => (each.event === 'outbox' ? each.row.id : [])),
      first: () => sent[0],
      fallBehind: () => (reading = false),
      leave: () => left.abort(),
    }
  }

  return { newInstance, newReader, closing }
}
