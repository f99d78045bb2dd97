import 'server-only'
import { and, asc, desc, eq, inArray, isNull, lt, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Candidate, ChangeKind, OtherApplication, Person } from '@/lib/contracts/candidate'
import type { DecisionMark } from '@/lib/contracts/decisions'
import type { Sighting } from '@/lib/domain/list-pass'
import { placeholders, minIdentifierLength } from '@/lib/domain/profile-identifier'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, candidateChange, job } from '@/lib/server/db/schema'
import { type Change, diffCandidates } from './candidate-changes'
import { refreshCriteria } from './criteria-results'
import { derive, derivedNames, derivedVersion } from './derived-columns'
import { type JobKey, noteKnown } from './jobs'
import { decidedFor, newestNote } from './marks'
import { isSamePerson } from './same-person'
import { parsePerson } from './stored-person'
import type { ReaderKey } from './visits'

/** A row of an answer, read. */
export type IncomingRow = {
  /** Zero-based place in the provider's list. */
  position: number
  /** As it came, JSON text. */
  raw: string
  person: Person
  /** The folded public identifiers that the raw row holds. */
  identifiers: readonly string[]
  /** Which adapter's reader read it, and its version. */
  reader: { name: string; version: number }
}
type Row = typeof candidate.$inferSelect
export type StoredPerson = Pick<Row, 'person' | 'derived' | 'position' | 'firstSeenAt' | 'goneAt'> & {
  /** A JSON list. */
  alsoHere?: string | null
}

/** The columns a candidate is made of. */
export const personColumns = {
  person: candidate.person,
  derived: candidate.derived,
  position: candidate.position,
  firstSeenAt: candidate.firstSeenAt,
  goneAt: candidate.goneAt,
}

const maxAlsoHere = 20

/**
 * With the other applications of the same person to the job: one profile, one name. Each row looks along an index of its
 * own account. Spelled out, as Drizzle leaves the table out of a column's name here.
 */
export const personWithTwins = {
  ...personColumns,
  alsoHere: sql<string | null>`(select json_agg(twins.application_id)::text from (
    select twin.application_id from ${candidate} as twin
    where ${isSamePerson('twin')}
      and twin.job_id = "candidate"."job_id" and twin.application_id <> "candidate"."application_id"
      and twin.name_folded is not distinct from "candidate"."name_folded"
    order by twin.position < "candidate"."position", twin.position limit ${maxAlsoHere}) as twins)`,
}

const findTwins = ({ alsoHere }: StoredPerson) =>
  alsoHere ? { alsoHere: z.array(z.string()).parse(JSON.parse(alsoHere)) } : {}

/** A row without what people did about it. */
export const toCandidate = (row: StoredPerson): Candidate => ({
  ...parsePerson(row.person),
  ...findTwins(row),
  position: row.position,
  firstSeenAt: row.firstSeenAt.toISOString(),
  goneAt: row.goneAt?.toISOString() ?? null,
})

/** The same as JSON text: what is stored as text is not read and written anew for everyone who asks. */
export function candidateText(row: StoredPerson): string {
  // One of an older version lacks what this one tells, until it is read again.
  if (row.derived !== derivedVersion) return JSON.stringify(toCandidate(row))
  const { person, position, firstSeenAt, goneAt } = row
  const known = JSON.stringify({ ...findTwins(row), position, firstSeenAt, goneAt })
  return `${person.slice(0, -1)},${known.slice(1)}`
}

export const ofJob = (key: JobKey) => and(eq(candidate.account, key.account), eq(candidate.jobId, key.jobId))
const isCandidate = (key: JobKey, applicationId: string) =>
  and(ofJob(key), eq(candidate.applicationId, applicationId))

/** Where rows come from: the fetch, the pass they are seen in, the answer's revision, and whether those not known before are newcomers. */
export type Arrival = { seenAt: Date; fetchId: string; pass: number; revision: number; newcomers: boolean }

function toRow(key: JobKey, { position, raw, person, reader }: IncomingRow, arrival: Arrival): Row {
  const { seenAt, fetchId, pass } = arrival
  return {
    account: key.account,
    jobId: key.jobId,
    applicationId: person.applicationId,
    position,
    raw,
    person: JSON.stringify(person),
    reader: reader.name,
    readerVersion: reader.version,
    ...derive(person),
    firstSeenAt: seenAt,
    firstSeenMs: seenAt.getTime(),
    lastSeenAt: seenAt,
    goneAt: null,
    pass,
    newIn: 0,
    newsIn: 0,
    erased: person.erased === true,
    fetchId,
  }
}

const newest = (column: { name: string }) => sql.raw(`excluded."${column.name}"`)
// Who was erased stays so, whatever an answer brings.
const unlessErased = (column: { name: string }) =>
  sql.raw(
    `case when "candidate"."erased" then "candidate"."${column.name}" else excluded."${column.name}" end`,
  )
// What is known of someone is not lost to an answer that cannot be read.
const unlessUnreadable = (column: { name: string }) =>
  sql.raw(
    `case when "candidate"."erased" or (excluded."unreadable" and not excluded."erased" and not "candidate"."unreadable")
      then "candidate"."${column.name}" else excluded."${column.name}" end`,
  )

const overwritten = {
  position: newest(candidate.position),
  raw: unlessErased(candidate.raw),
  reader: newest(candidate.reader),
  readerVersion: newest(candidate.readerVersion),
  erased: sql.raw('excluded."erased" or "candidate"."erased"'),
  lastSeenAt: newest(candidate.lastSeenAt),
  pass: newest(candidate.pass),
  newIn: sql.raw('greatest(excluded."new_in", "candidate"."new_in")'),
  newsIn: sql.raw('greatest(excluded."news_in", "candidate"."news_in")'),
  goneAt: sql`null`,
  ...Object.fromEntries(
    (['person', ...derivedNames] as const).map((name) => [name, unlessUnreadable(candidate[name])]),
  ),
}

/** Which of these ids are stored, and where and in which pass they were last seen. */
export async function sightings(db: Db, key: JobKey, ids: readonly string[]): Promise<Map<string, Sighting>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: candidate.applicationId, pass: candidate.pass, position: candidate.position })
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids])))
  return new Map(rows.map(({ id, ...sighting }) => [id, sighting]))
}

// A statement takes 65,535 values, and a row has under 60 columns.
const rowsPerInsert = 1_000
const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, at) =>
    rows.slice(at * rowsPerInsert, (at + 1) * rowsPerInsert),
  )

const has = (changes: readonly Change[], kind: ChangeKind) => changes.some((change) => change.kind === kind)

/**
 * Inserts new rows and refreshes known ones, whose first sight stays, and notes what changed.
 * @param rows each application at most once
 * @returns how many were new, how many known ones changed, and how many of these came back
 */
export async function saveCandidates(
  db: Db,
  key: JobKey,
  { rows, ...arrival }: Arrival & { rows: readonly IncomingRow[] },
): Promise<{ added: number; changed: number; back: number }> {
  if (rows.length === 0) return { added: 0, changed: 0, back: 0 }
  const values = rows.map((row) => toRow(key, row, arrival))
  const ids = values.map(({ applicationId }) => applicationId)
  const before = await db
    .select({
      applicationId: candidate.applicationId,
      rating: candidate.rating,
      isTopChoice: candidate.isTopChoice,
      unreadable: candidate.unreadable,
      person: candidate.person,
      goneAt: candidate.goneAt,
    })
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, ids)))
  const known = new Map(before.map((row) => [row.applicationId, row]))
  const changes = values.map((row) => diffCandidates(known.get(row.applicationId), row))
  const withNews = values.map((row, at): Row => {
    const now = changes[at] ?? []
    const came = (has(now, 'new') && arrival.newcomers) || has(now, 'back')
    const newIn = came ? arrival.revision : 0
    return { ...row, newIn, newsIn: has(now, 'rating') ? arrival.revision : newIn }
  })
  for (const part of inParts(withNews)) {
    await db
      .insert(candidate)
      .values(part)
      .onConflictDoUpdate({
        target: [candidate.account, candidate.jobId, candidate.applicationId],
        set: overwritten,
      })
  }
  await noteKnown(
    db,
    key,
    rows.map(({ person }) => person),
  )
  await refreshCriteria(db, key, ids)
  const all = changes.flat()
  for (const part of inParts(all)) await db.insert(candidateChange).values(part)
  const changed = changes.filter(([first]) => first && first.kind !== 'new').length
  return {
    added: values.length - known.size,
    changed,
    back: all.filter(({ kind }) => kind === 'back').length,
  }
}

/** Marks as gone whom a complete pass, and every one after it, did not see. @returns how many */
export async function markGone(
  db: Db,
  key: JobKey,
  { before, at, fetchId }: { before: number; at: Date; fetchId: string },
): Promise<number> {
  const rows = await db
    .update(candidate)
    .set({ goneAt: at })
    .where(and(ofJob(key), lt(candidate.pass, before), isNull(candidate.goneAt)))
    .returning({ applicationId: candidate.applicationId })
  const changes = rows.map(({ applicationId }): Change => ({
    ...key,
    applicationId,
    kind: 'gone',
    at,
    fetchId,
  }))
  for (const part of inParts(changes)) await db.insert(candidateChange).values(part)
  return rows.length
}

export async function getCandidate(db: Db, key: JobKey, applicationId: string): Promise<Candidate | null> {
  const [row] = await db.select(personWithTwins).from(candidate).where(isCandidate(key, applicationId))
  return row ? toCandidate(row) : null
}

/** Those of these applicants who are stored, in no order. */
export async function getCandidates(
  db: Db,
  key: JobKey,
  applicationIds: readonly string[],
): Promise<Candidate[]> {
  if (applicationIds.length === 0) return []
  const rows = await db
    .select(personWithTwins)
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...applicationIds])))
  return rows.map(toCandidate)
}

/** The same person's applications to other jobs of the account, newest first; none for someone without a profile. */
export async function otherApplications(
  db: Db,
  key: ReaderKey,
  applicationId: string,
): Promise<OtherApplication[]> {
  const same = db
    .select({ id: candidate.publicIdentifier })
    .from(candidate)
    .where(isCandidate(key, applicationId))
  const rows = await db
    .select({
      jobId: candidate.jobId,
      jobLabel: job.label,
      applicationId: candidate.applicationId,
      rating: candidate.rating,
      firstSeenAt: candidate.firstSeenAt,
      decision: decidedFor(key.reader) as SQL<DecisionMark | null>,
      note: newestNote,
    })
    .from(candidate)
    .innerJoin(job, and(eq(job.account, candidate.account), eq(job.jobId, candidate.jobId)))
    .where(
      and(
        eq(candidate.account, key.account),
        ne(candidate.jobId, key.jobId),
        inArray(candidate.publicIdentifier, same),
        // What stands for “not known” would join strangers.
        sql`length(${candidate.publicIdentifier}) >= ${minIdentifierLength}`,
        notInArray(sql`lower(${candidate.publicIdentifier})`, [...placeholders]),
      ),
    )
    .orderBy(desc(candidate.firstSeenMs), asc(candidate.jobId))
    .limit(20)
  return rows.map((row) => ({ ...row, firstSeenAt: row.firstSeenAt.toISOString() }))
}
