import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DecisionMark } from '@/lib/contracts/decisions'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'
import { BadCursorError, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
import { decidedFor } from './marks'
import { isFound } from './phrase-conditions'
import { isSamePerson, profileOf } from './same-person'

/** A person's newest application that matches, which stands for them. */
export type Head = {
  account: string
  jobId: string
  applicationId: string
  profile: string | null
  seen: number
}
export type PeopleRequest = {
  accounts: readonly string[]
  /** As typed. */
  q: string
  cursor: string | null
  limit: number
}
export type FoundPeople = { heads: Head[]; nextCursor: string | null; matched: number; atLeast: boolean }

/** How many of the newest rows are looked through before an index is asked for the words. */
const probeSize = 2_000

const cursorSchema = z.object({
  q: z.string(),
  k: z.tuple([z.int(), z.string().max(200), z.string().max(200), z.string().max(4_000)]),
})

const order = (name: string) =>
  sql.raw(
    ['first_seen_ms', 'account', 'job_id', 'application_id'].map((key) => `${name}.${key} desc`).join(', '),
  )
const place = (name: string) =>
  sql.raw(
    `(${['first_seen_ms', 'account', 'job_id', 'application_id'].map((key) => `${name}.${key}`).join(', ')})`,
  )

const columnsOf = (name: string) => ({
  searchText: sql.raw(`${name}.search_text`),
  placeFolded: sql.raw(`${name}.place_folded`),
})

/** Rows of a table, under this name, that these readers may search and these words find. */
const isListed = (name: string, accounts: readonly string[]) =>
  sql`${sql.raw(`${name}.account`)} = any(${textArray(accounts)}) and not ${sql.raw(`${name}.erased`)}`
const finds = (name: string, q: string): SQL => isFound(columnsOf(name), q) ?? sql`true`

function readBeyond(cursor: string | null, q: string): SQL {
  if (cursor === null) return sql`true`
  const { q: of, k } = decodeCursor(cursorSchema, cursor)
  if (of !== q) throw new BadCursorError('a cursor of another search')
  const values = sql.join(
    k.map((value) => sql`${value}`),
    sql`, `,
  )
  return sql`${place('candidate')} < (${values})`
}

const headColumns = sql`"candidate".account, "candidate".job_id as "jobId",
  "candidate".application_id as "applicationId", "candidate".first_seen_ms::double precision as seen`

/** Looks through the newest rows: where many match, the first page is there. */
async function probe(db: Db, { accounts, q, limit }: PeopleRequest, beyond: SQL) {
  const { rows } = await db.execute<Head & { scanned: number; matched: number }>(sql`
    with newest as materialized (
      select account, job_id, application_id, public_identifier, first_seen_ms, search_text, place_folded
      from ${candidate} where ${isListed('"candidate"', accounts)} and ${beyond}
      order by ${order('"candidate"')} limit ${probeSize}),
    heads as materialized (
      select ${headColumns}, ${profileOf('"candidate"')} as profile
      from newest as "candidate" where ${finds('"candidate"', q)} and not exists (
        select 1 from ${candidate} o where ${isSamePerson('o')} and ${isListed('o', accounts)}
          and ${place('o')} > ${place('"candidate"')} and ${finds('o', q)}))
    select *, (select count(*) from newest)::int as scanned, (select count(*) from heads)::int as matched
    from heads order by seen desc, account desc, "jobId" desc, "applicationId" desc limit ${limit + 1}`)
  return rows
}

/** Asks the index for everyone whom the words find: as they are few, they are counted as well. */
async function findAll(db: Db, { accounts, q, limit }: PeopleRequest, beyond: SQL) {
  const { rows } = await db.execute<Head & { matched: number }>(sql`
    with found as materialized (
      select account, job_id, application_id, first_seen_ms, ${profileOf('"candidate"')} as profile
      from ${candidate} where ${isListed('"candidate"', accounts)} and ${finds('"candidate"', q)}),
    heads as materialized (
      select distinct on (account, profile, case when profile is null then job_id end,
        case when profile is null then application_id end) * from found
      order by account, profile, case when profile is null then job_id end,
        case when profile is null then application_id end, ${order('found')})
    select ${headColumns}, profile, (select count(*) from heads)::int as matched from heads as "candidate"
    where ${beyond} order by ${order('"candidate"')} limit ${limit + 1}`)
  return rows
}

/**
 * People stored in some accounts whom a search finds, newest first, each once.
 * @throws BadCursorError
 */
export async function findStoredPeople(db: Db, request: PeopleRequest): Promise<FoundPeople> {
  const { q, cursor, limit } = request
  const beyond = readBeyond(cursor, q)
  const near = await probe(db, request, beyond)
  const [first] = near
  const enough = near.length > limit
  const rows = enough ? near : await findAll(db, request, beyond)
  const heads = rows.slice(0, limit).map(({ account, jobId, applicationId, profile, seen }) => ({
    ...{ account, jobId, applicationId, profile, seen },
  }))
  const last = heads.at(-1)
  return {
    heads,
    nextCursor:
      rows.length > limit && last
        ? encodeCursor({ q, k: [last.seen, last.account, last.jobId, last.applicationId] })
        : null,
    matched: rows[0]?.matched ?? 0,
    // All there are were looked through.
    atLeast: enough && (cursor !== null || (first?.scanned ?? 0) === probeSize),
  }
}

export type ApplicationRow = {
  /** Whose it is: the place of the person among those asked for. */
  nth: number
  person: string
  account: string
  jobId: string
  jobLabel: string | null
  applicationId: string
  rating: string | null
  decision: DecisionMark | null
  firstSeenAt: string
  lastSeenAt: string
  goneAt: string | null
  of: number
}

const maxApplications = 20
const utc = (column: string) =>
  sql.raw(`to_char("candidate".${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** The applications of some people in the jobs of their account, newest first, at most 20 of each, as a reader may know them. */
export async function listApplications(
  db: Db,
  heads: readonly Head[],
  reader: string,
): Promise<ApplicationRow[]> {
  if (heads.length === 0) return []
  const texts = (pick: (head: Head) => string) => textArray(heads.map(pick))
  const columns = sql`"candidate".person, "candidate".account, "candidate".job_id as "jobId",
    "candidate".application_id as "applicationId", "candidate".rating, ${decidedFor(reader)} as decision,
    ${utc('first_seen_at')} as "firstSeenAt", ${utc('last_seen_at')} as "lastSeenAt", ${utc('gone_at')} as "goneAt",
    "candidate".first_seen_ms as ms`
  const { rows } = await db.execute<ApplicationRow>(sql`
    select (h.nth - 1)::int as nth, a.*, j.label as "jobLabel", greatest(a.all_of, 1)::int as "of"
    from unnest(${texts(({ account }) => account)}, ${texts(({ jobId }) => jobId)},
      ${texts(({ applicationId }) => applicationId)}, ${texts(({ profile }) => profile ?? '')})
      with ordinality as h(account, job_id, application_id, profile, nth)
    cross join lateral (
      (select ${columns}, count(*) over () as all_of from ${candidate}
        where h.profile <> '' and "candidate".account = h.account and "candidate".public_identifier = h.profile
          and not "candidate".erased order by "candidate".first_seen_ms desc, "candidate".job_id limit ${maxApplications})
      union all
      (select ${columns}, 1 as all_of from ${candidate}
        where h.profile = '' and "candidate".account = h.account and "candidate".job_id = h.job_id
          and "candidate".application_id = h.application_id)) a
    join ${job} j on j.account = a.account and j.job_id = a."jobId"
    order by h.nth, a.ms desc, a."jobId"`)
  return rows
}

/** How many applications are stored in the jobs of some accounts. */
export async function countStored(db: Db, accounts: readonly string[]): Promise<number> {
  const { rows } = await db.execute<{ stored: number }>(
    sql`select coalesce(sum(stored), 0)::double precision as stored from ${job} where account = any(${textArray(accounts)})`,
  )
  return rows[0]?.stored ?? 0
}
