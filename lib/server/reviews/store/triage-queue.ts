import 'server-only'
import { and, count, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import type { View } from '@/lib/contracts/view'
import { displayName } from '@/lib/domain/current-role'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { orderColumns, type OrderRow, toOrder } from '@/lib/server/candidates/store/candidate-order'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { hasRow, isAbout } from '@/lib/server/candidates/store/mark-columns'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { isWithheld } from '@/lib/server/candidates/store/withheld'
import type { Db } from '@/lib/server/db/open-database'
import { claim, suggestion } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { claimEnd, type Holder } from './claims'

/** The people of a view that somebody goes through. */
export type Queue = {
  key: ReaderKey
  view: View
  /** Without those whom the reader suggested something about. */
  unsuggested: boolean
}

/** Which part of a queue is meant. */
type Part = {
  /** Not these. */
  without: readonly string[]
  /** Only these. */
  among?: readonly string[]
  /** Only those who come after this place. */
  after?: OrderRow | null
}

const suggestedByReader = ({ reader }: ReaderKey) => hasRow(suggestion, 'g', sql`g.user_id = ${reader}`)
const claimedByOthers = ({ userId, holder }: Holder) =>
  hasRow(claim, 'h', sql`h.until > now()`, sql`not (h.user_id = ${userId} and h.holder = ${holder})`)

function isIn({ key, view, unsuggested }: Queue, { without, among, after }: Part): SQL | undefined {
  const source = teamSource(key)
  const order = toOrder(view, source)
  return and(
    matches(source, view),
    // Nothing more is kept about them, so nothing can be decided.
    eq(candidate.erased, false),
    // Nor about those on whom the reader gives a second opinion first.
    sql`not ${isWithheld(key.reader)}`,
    unsuggested ? sql`not ${suggestedByReader(key)}` : undefined,
    without.length === 0 ? undefined : notInArray(candidate.applicationId, [...without]),
    among === undefined ? undefined : inArray(candidate.applicationId, [...among]),
    after ? order.beyond(order.valuesOf(after), false) : undefined,
  )
}

const inOrder = ({ key, view }: Queue) => toOrder(view, teamSource(key)).by(false)
const byOrder = (queue: Queue) => sql.join(inOrder(queue), sql`, `)

/** Where somebody stands in the order of a view, whether or not it shows them; null for nobody who is stored. */
export async function findPlace(
  db: Db,
  { key, view }: Pick<Queue, 'key' | 'view'>,
  applicationId: string,
): Promise<OrderRow | null> {
  const source = teamSource(key)
  const [row] = await db
    .select(orderColumns(source, view))
    .from(candidate)
    .where(and(source.where, eq(candidate.applicationId, applicationId)))
  return row ?? null
}

type Claimed = { picked: number; ids: string[] }

/**
 * One statement: picks the first free people of a queue and claims them. Two that race for somebody do not wait for each
 * other, as each passes over the rows that the other has locked; who is claimed between the picking and the claiming is
 * left to whoever was first.
 */
async function claimOnce(
  db: Db,
  queue: Queue,
  part: Part,
  by: Holder,
  { limit, wait }: { limit: number; wait: boolean },
): Promise<Claimed> {
  const { account, jobId } = queue.key
  const { rows } = await db.execute<{ id: string | null; picked: number }>(sql`
    with picked as materialized (
      select ${candidate.applicationId} as id from ${candidate}
      where ${and(isIn(queue, part), sql`not ${claimedByOthers(by)}`)}
      order by ${byOrder(queue)} limit ${limit}
      for no key update of ${candidate} ${wait ? sql`` : sql`skip locked`}
    ), claimed as (
      insert into ${claim} (account, job_id, application_id, user_id, user_name, holder, until)
      select ${account}, ${jobId}, picked.id, ${by.userId}, ${by.userName}, ${by.holder}, ${claimEnd} from picked
      on conflict (account, job_id, application_id) do update
        set user_id = excluded.user_id, user_name = excluded.user_name, holder = excluded.holder, until = excluded.until
        where ${claim.until} <= now() or (${claim.userId} = ${by.userId} and ${claim.holder} = ${by.holder})
      returning application_id
    )
    select found.id, counted.picked from (select count(*)::int as picked from picked) counted
      left join lateral (
        select ${candidate.applicationId} as id, row_number() over (order by ${byOrder(queue)}) as place
        from ${candidate} join claimed on claimed.application_id = ${candidate.applicationId}
        where ${candidate.account} = ${account} and ${candidate.jobId} = ${jobId}
      ) found on true
    order by found.place`)
  return {
    picked: rows[0]?.picked ?? 0,
    ids: rows.flatMap(({ id }) => (id === null ? [] : [id])),
  }
}

/**
 * The first people of a part of a queue whom nobody else has, claimed for a tab.
 * @param limit how many, at most
 * @returns their applications, in the queue's order
 */
export async function claimFirst(
  db: Db,
  queue: Queue,
  part: Part,
  by: Holder,
  limit: number,
): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const without = [...part.without, ...ids]
    const found = await claimOnce(db, queue, { ...part, without }, by, {
      limit: limit - ids.length,
      wait: false,
    })
    ids.push(...found.ids)
    // Some were claimed by somebody else in between: there may be more behind them.
    if (ids.length < limit && found.picked > found.ids.length) continue
    if (ids.length > 0 || found.picked > 0) return ids
    // What locks the rows that were passed over may be no claim but a page that is being saved: wait for one of them.
    const waited = await claimOnce(db, queue, part, by, { limit: 1, wait: true })
    if (waited.ids.length > 0 || waited.picked === 0) return waited.ids
  }
}

/** The same without claiming anybody, for readers whose work does not exclude others'. */
export async function listFirst(db: Db, queue: Queue, part: Part, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(isIn(queue, part))
    .orderBy(...inOrder(queue))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** The names of the first people of a part of a queue, whoever has them. */
export async function listNames(
  db: Db,
  queue: Queue,
  part: Part,
  limit: number,
): Promise<{ applicationId: string; name: string }[]> {
  const rows = await db
    .select({ applicationId: candidate.applicationId, person: candidate.person })
    .from(candidate)
    .where(isIn(queue, part))
    .orderBy(...inOrder(queue))
    .limit(limit)
  return rows.map(({ applicationId, person }) => ({ applicationId, name: displayName(parsePerson(person)) }))
}

/** How many people there are in a part of a queue. */
export async function countPart(db: Db, queue: Queue, part: Part): Promise<number> {
  const [row] = await db.select({ people: count() }).from(candidate).where(isIn(queue, part))
  return row?.people ?? 0
}

/** Who else has people of a part of a queue, each once. */
export async function listHolders(
  db: Db,
  queue: Queue,
  part: Part,
  by: Holder,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select h.user_id as id, max(h.user_name) as name from ${candidate} join ${claim} h on ${isAbout('h')}
    where ${isIn(queue, part)} and h.until > now() and not (h.user_id = ${by.userId} and h.holder = ${by.holder})
    group by h.user_id order by name, id limit 5`)
  return rows.map(({ id, name }) => ({ id, name }))
}
