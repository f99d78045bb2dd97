import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { CreditsPage, JobSpend, LedgerEntry, LedgerFilter } from '@/lib/contracts/credits'
import { wholeSum } from '@/lib/server/db/columns'
import type { Db } from '@/lib/server/db/open-database'
import { fetch } from '@/lib/server/db/ledger-schema'
import { job } from '@/lib/server/db/schema'
import { cursorTime, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
import { spentToday } from './ledger'

const cursorSchema = z.object({
  t: cursorTime,
  i: z.string().regex(/^[\x21-\x7e]{1,100}$/),
})

/** The entries that a filter means, of these accounts. */
function chosen(accounts: string[], filter: LedgerFilter): SQL | undefined {
  const { job: jobId, kind, state, who, from, to } = filter
  return and(
    inArray(fetch.account, accounts),
    jobId === null ? undefined : eq(fetch.jobId, jobId),
    kind === null ? undefined : eq(fetch.kind, kind),
    state === null ? undefined : eq(fetch.state, state),
    who === null ? undefined : eq(fetch.who, who),
    from === null ? undefined : gte(fetch.day, from),
    to === null ? undefined : lte(fetch.day, to),
  )
}

/** An entry as the store has it: by whose id, not yet by what name. */
export type StoredEntry = Omit<LedgerEntry, 'whoName'>

type Asked = { accounts: string[]; filter: LedgerFilter; cursor: string | null; limit: number }

/** The ledger, newest first. @throws BadCursorError */
export async function listLedger(
  db: Db,
  { accounts, filter, cursor, limit }: Asked,
): Promise<{ entries: StoredEntry[]; nextCursor: string | null }> {
  const at = cursor === null ? null : decodeCursor(cursorSchema, cursor)
  const rows = await db
    .select()
    .from(fetch)
    .where(
      and(
        chosen(accounts, filter),
        at ? sql`(${fetch.startedAt}, ${fetch.id}) < (${at.t}::timestamptz, ${at.i})` : undefined,
      ),
    )
    .orderBy(sql`${fetch.startedAt} desc nulls last`, sql`${fetch.id} desc nulls last`)
    .limit(limit + 1)
  const entries = rows
    .slice(0, limit)
    .map(
      ({
        answer: _kept,
        automatic: _automatic,
        day: _day,
        instance: _instance,
        runId,
        startedAt,
        visit: _visit,
        ...entry
      }): StoredEntry => ({
        ...entry,
        fetchId: runId ?? entry.id,
        startedAt: startedAt.toISOString(),
      }),
    )
  const last = entries.at(-1)
  return {
    entries,
    nextCursor: rows.length > limit && last ? encodeCursor({ t: last.startedAt, i: last.id }) : null,
  }
}

const stated = sql`coalesce(${fetch.consumed}, 0)`
// What may have been charged and was not stated.
const held = sql`case when ${fetch.state} in ('reserved', 'unknown') or (${fetch.state} = 'settled' and ${fetch.consumed} is null) then ${fetch.quoted} else 0 end`
const spend = {
  entries: count(),
  consumed: wholeSum(stated),
  held: wholeSum(held),
}
const most = sql`sum(${stated}) + sum(${held}) desc`
const days = 30

/** Credits of this UTC day, held and possibly charged ones included; and all the provider ever stated. */
export async function creditTotals(db: Db): Promise<{ today: number; allTime: number }> {
  const [row] = await db.select({ allTime: spend.consumed }).from(fetch).where(eq(fetch.state, 'settled'))
  return { today: await spentToday(db), allTime: row?.allTime ?? 0 }
}

async function spendByDay(db: Db, where: SQL | undefined) {
  const since = sql`((now() at time zone 'utc')::date - ${days - 1}::int)`
  const rows = await db
    .select({ day: fetch.day, ...spend })
    .from(fetch)
    .where(and(where, sql`${fetch.day} >= ${since}`))
    .groupBy(fetch.day)
  const { rows: all } = await db.execute<{ day: string }>(
    sql`select (${since} + n)::text as day from generate_series(0, ${days - 1}::int) as n order by n`,
  )
  const known = new Map(rows.map((row) => [row.day, row]))
  return all.map(({ day }) => known.get(day) ?? { day, entries: 0, consumed: 0, held: 0 })
}

async function spendByJob(db: Db, where: SQL | undefined): Promise<JobSpend[]> {
  const rows = await db
    .select({ account: fetch.account, jobId: fetch.jobId, ...spend })
    .from(fetch)
    .where(where)
    .groupBy(fetch.account, fetch.jobId)
    .orderBy(most, asc(fetch.account), asc(fetch.jobId))
    .limit(200)
  const jobs = await db
    .select({ account: job.account, jobId: job.jobId, label: job.label, candidates: job.stored })
    .from(job)
    .where(
      inArray(
        job.jobId,
        rows.map(({ jobId }) => jobId),
      ),
    )
  const known = new Map(jobs.map((row) => [`${row.account} ${row.jobId}`, row]))
  return rows.map((row) => {
    const of = known.get(`${row.account} ${row.jobId}`)
    return { ...row, label: of?.label ?? null, candidates: of?.candidates ?? 0 }
  })
}

type Totals = CreditsPage['totals']
type Sums = Pick<Totals, 'matched' | 'byJob' | 'byDay' | 'perCandidate'> & {
  byPerson: Omit<Totals['byPerson'][number], 'name'>[]
}

/** What the entries of a filter come to, in all and by job, person and day. */
export async function ledgerSums(db: Db, accounts: string[], filter: LedgerFilter): Promise<Sums> {
  const where = chosen(accounts, filter)
  const jobs = db.select({ account: fetch.account, jobId: fetch.jobId }).from(fetch).where(where)
  const [[matched], byPerson, byDay, byJob, [people]] = await Promise.all([
    db.select(spend).from(fetch).where(where),
    db
      .select({ who: fetch.who, ...spend })
      .from(fetch)
      .where(where)
      .groupBy(fetch.who)
      .orderBy(most, desc(fetch.who))
      .limit(200),
    spendByDay(db, where),
    spendByJob(db, where),
    db
      .select({ stored: wholeSum(job.stored) })
      .from(job)
      .where(sql`(${job.account}, ${job.jobId}) in ${jobs}`),
  ])
  const all = matched ?? { entries: 0, consumed: 0, held: 0 }
  const candidates = people?.stored ?? 0
  return {
    matched: all,
    byPerson,
    byDay,
    byJob,
    perCandidate: candidates > 0 ? all.consumed / candidates : null,
  }
}

/** What each job of these accounts has cost: stated, held and possibly charged. */
export async function spentByJob(
  db: Db,
  accounts: string[],
): Promise<Map<string, { spent: number; held: number }>> {
  const rows = await db
    .select({ account: fetch.account, jobId: fetch.jobId, ...spend })
    .from(fetch)
    .where(inArray(fetch.account, accounts))
    .groupBy(fetch.account, fetch.jobId)
  return new Map(
    rows.map(({ account, jobId, consumed, held }) => [
      `${account} ${jobId}`,
      { spent: consumed + held, held },
    ]),
  )
}
