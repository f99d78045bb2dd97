import 'server-only'
import { and, eq, gt, lt, lte, not, or, type SQL, sql } from 'drizzle-orm'
import type { Person } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { readCareer } from '@/lib/domain/career'
import { toMonthIndex } from '@/lib/domain/career-axis'
import type { Db } from '@/lib/server/db/open-database'
import { deleteAbout } from '@/lib/server/db/person-tables'
import { candidate, job } from '@/lib/server/db/schema'
import type { IncomingRow } from './candidates'
import { refreshCriteria } from './criteria-results'
import { derive, derivedNames, derivedVersion } from './derived-columns'
import { type JobKey, noteKnown } from './jobs'
import { parsePerson } from './stored-person'
import { erasedRecord, holdTombstones, withoutErased } from './tombstones'

/** How the rows of one adapter are read. */
export type RowReader = {
  name: string
  version: number
  read: (raw: string, asOf: Month) => Person
  identifiers: (raw: string) => readonly string[]
}
export type Options = {
  /** By their names, as rows carry them. */
  readers: ReadonlyMap<string, RowReader>
  /** The month up to which a current job counts. */
  month: Month
  /** Rows at most. */
  limit: number
}

const columns = ['person', 'raw', 'erased', 'readerVersion', ...derivedNames] as const
type Stored = typeof candidate.$inferSelect
type Values = Pick<Stored, (typeof columns)[number]>

/** Rows whose reading could differ from what is stored. Those of a newer version than this one are left alone. */
function isDue({ readers, month }: Options): SQL | undefined {
  const of = [...readers.values()]
  const newer = of.map(({ name, version }) =>
    and(eq(candidate.reader, name), gt(candidate.readerVersion, version)),
  )
  const older = of.map(({ name, version }) =>
    and(eq(candidate.reader, name), lt(candidate.readerVersion, version)),
  )
  return and(
    lte(candidate.derived, derivedVersion),
    ...newer.flatMap((each) => (each ? [not(each)] : [])),
    or(lt(candidate.derived, derivedVersion), lte(candidate.rereadFrom, toMonthIndex(month)), ...older),
  )
}

/** What is stored of a row, read again. An answer that cannot be read does not take away what is known. */
function readAgain(row: Stored, { readers, month }: Options): Person {
  const { applicationId } = row
  if (row.erased) return erasedRecord(applicationId)
  const fresh = readers.get(row.reader)?.read(row.raw, month)
  if (fresh && (!fresh.unreadable || row.unreadable)) return { ...fresh, applicationId }
  const known = parsePerson(row.person)
  return { ...known, ...readCareer(known.experiences, month) }
}

const toValues = (person: Person, raw: string, readerVersion: number): Values => ({
  ...derive(person),
  person: JSON.stringify(person),
  raw,
  erased: person.erased === true,
  readerVersion,
})

// What no page of a list shows.
const unseen: readonly (typeof columns)[number][] = ['derived', 'readerVersion', 'consistencyKeys']
const isChanged = (before: Stored, after: Values) =>
  columns.some(
    (name) => !unseen.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )

/** Writes the values of many rows by one statement. */
async function update(tx: Db, rows: readonly (JobKey & { applicationId: string } & Values)[]): Promise<void> {
  // By the names the columns have in the database: it reads the list as rows of the table itself.
  const named = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [candidate[name as keyof typeof row].name, value]),
    ),
  )
  const set = columns.map((name) => {
    const column = sql.identifier(candidate[name].name)
    return sql`${column} = fresh.${column}`
  })
  await tx.execute(sql`
    update ${candidate} set ${sql.join(set, sql`, `)}
    from json_populate_recordset(null::${candidate}, ${JSON.stringify(named)}::json) as fresh
    where ${candidate.account} = fresh.account and ${candidate.jobId} = fresh.job_id
      and ${candidate.applicationId} = fresh.application_id`)
}

/** True for one transaction at a time, across all instances. */
async function isOurTurn(tx: Db): Promise<boolean> {
  const { rows } = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('shortlist.reread')) as ours`,
  )
  return rows[0]?.ours === true
}

async function rereadOfJob(tx: Db, salt: string, key: JobKey, options: Options): Promise<number> {
  const ofJob = and(eq(candidate.account, key.account), eq(candidate.jobId, key.jobId))
  const old = await tx
    .select()
    .from(candidate)
    .where(and(ofJob, isDue(options)))
    .limit(options.limit)
    .for('update')
  const incoming = old.map((row): IncomingRow => {
    const reader = options.readers.get(row.reader)
    return {
      position: row.position,
      raw: row.raw,
      person: readAgain(row, options),
      identifiers: reader?.identifiers(row.raw) ?? [],
      reader: { name: row.reader, version: reader?.version ?? row.readerVersion },
    }
  })
  // A newer reader may see who somebody is where an older one did not: who was erased stays so.
  const { rows, erased } = await withoutErased(tx, salt, key.account, incoming)
  await deleteAbout(tx, key, erased)
  const values = rows.map(({ person, raw, reader }) => toValues(person, raw, reader.version))
  await update(
    tx,
    old.map(({ applicationId }, at) => ({ ...key, applicationId, ...values[at]! })),
  )
  await noteKnown(
    tx,
    key,
    rows.map(({ person }) => person),
  )
  const ids = old.map(({ applicationId }) => applicationId)
  if (await refreshCriteria(tx, key, ids))
    await tx
      .update(job)
      .set({ responses: sql`${job.responses} + 1` })
      .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
  if (old.some((row, at) => isChanged(row, values[at]!))) {
    const starts = rows.flatMap(({ person }) => person.experiences.flatMap(({ start }) => start ?? []))
    const from = starts.length === 0 ? null : Math.min(...starts.map(toMonthIndex))
    await tx
      .update(job)
      .set({
        revision: sql`${job.revision} + 1`,
        careerFrom: sql`least(${job.careerFrom}, ${from}::int)`,
      })
      .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
  }
  return old.length
}

/**
 * Reads some stored rows of one job again: those of an older reader or derivation, and those of an earlier month whose
 * lengths depend on it. Moves the job’s revision on where anything changed. One instance at a time: for any other there is
 * nothing to do meanwhile.
 * @returns how many rows it found to do
 */
export async function rereadSome(db: Db, options: Options): Promise<number> {
  return db.transaction(async (tx) => {
    if (!(await isOurTurn(tx))) return 0
    // Locks in the order in which a fetch takes them: tombstones, job, rows.
    const salt = await holdTombstones(tx, 'share')
    const [key] = await tx
      .select({ account: candidate.account, jobId: candidate.jobId })
      .from(candidate)
      .where(isDue(options))
      .limit(1)
    if (!key) return 0
    await tx
      .select({ jobId: job.jobId })
      .from(job)
      .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
      .for('update')
    return rereadOfJob(tx, salt, key, options)
  })
}

/** The month it is by the store’s clock, which all instances share. */
export async function storeMonth(db: Db): Promise<Month> {
  const { rows } = await db.execute<{ y: number; m: number }>(sql`
    select extract(year from now() at time zone 'utc')::int as y, extract(month from now() at time zone 'utc')::int as m`)
  const [{ y, m } = { y: 1970, m: 1 }] = rows
  return { y: Number(y), m: Number(m) }
}
