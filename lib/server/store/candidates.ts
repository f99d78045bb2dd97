import 'server-only'
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Candidate, CandidateChange, OtherApplication } from '@/lib/contracts/candidate'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, candidateChange, job } from '@/lib/server/db/schema'
import { derive, derivedNames } from './derived-columns'
import type { JobKey } from './jobs'

/** What the provider told of a person, cleaned and read; what only the store knows is left out. */
export type PersonRecord = Omit<Candidate, 'position' | 'firstSeenAt' | 'goneAt'>
export type IncomingRow = {
  /** Zero-based place in the provider's list. */
  position: number
  /** As it came, JSON text. */
  raw: string
  person: PersonRecord
}
type Row = typeof candidate.$inferSelect
export type StoredPerson = Pick<Row, 'person' | 'position' | 'firstSeenAt' | 'goneAt'>

/** The columns a candidate is made of. */
export const personColumns = {
  person: candidate.person,
  position: candidate.position,
  firstSeenAt: candidate.firstSeenAt,
  goneAt: candidate.goneAt,
}

export const toCandidate = ({ person, position, firstSeenAt, goneAt }: StoredPerson): Candidate => ({
  ...(JSON.parse(person) as PersonRecord),
  position,
  firstSeenAt: firstSeenAt.toISOString(),
  goneAt: goneAt?.toISOString() ?? null,
})

/** The same as JSON text: what is stored as text is not read and written anew for everyone who asks. */
export function candidateText({ person, position, firstSeenAt, goneAt }: StoredPerson): string {
  const known = JSON.stringify({ position, firstSeenAt, goneAt })
  return `${person.slice(0, -1)},${known.slice(1)}`
}

export const ofJob = (key: JobKey) => and(eq(candidate.account, key.account), eq(candidate.jobId, key.jobId))
const isCandidate = (key: JobKey, applicationId: string) =>
  and(ofJob(key), eq(candidate.applicationId, applicationId))

function toRow(key: JobKey, { position, raw, person }: IncomingRow, seenAt: Date, fetchId: string): Row {
  return {
    account: key.account,
    jobId: key.jobId,
    applicationId: person.applicationId,
    position,
    raw,
    person: JSON.stringify(person),
    ...derive(person),
    firstSeenAt: seenAt,
    firstSeenMs: seenAt.getTime(),
    lastSeenAt: seenAt,
    goneAt: null,
    fetchId,
  }
}

type Before = Pick<Row, 'applicationId' | 'rating' | 'isTopChoice' | 'unreadable'>
type Change = typeof candidateChange.$inferInsert

function changesOf(before: Before | undefined, now: Row): Change[] {
  const { account, jobId, applicationId, fetchId, lastSeenAt: at } = now
  const change = (kind: string, from: string | null = null, to: string | null = null) => [
    { account, jobId, applicationId, fetchId, at, kind, from, to },
  ]
  if (!before) return change('new')
  if (now.unreadable || before.unreadable) return []
  return [
    ...(before.rating === now.rating ? [] : change('rating', before.rating, now.rating)),
    ...(before.isTopChoice || !now.isTopChoice ? [] : change('top_choice')),
  ]
}

const newest = (column: { name: string }) => sql.raw(`excluded."${column.name}"`)
// What is known of someone is not lost to an answer that cannot be read.
const unlessUnreadable = (column: { name: string }) =>
  sql.raw(
    `case when excluded."unreadable" and not "candidate"."unreadable" then "candidate"."${column.name}" else excluded."${column.name}" end`,
  )

const overwritten = {
  position: newest(candidate.position),
  raw: newest(candidate.raw),
  lastSeenAt: newest(candidate.lastSeenAt),
  goneAt: sql`null`,
  ...Object.fromEntries(
    (['person', ...derivedNames] as const).map((name) => [name, unlessUnreadable(candidate[name])]),
  ),
}

/** Which of these ids are stored. */
export async function knownIds(db: Db, key: JobKey, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/**
 * Inserts new rows and refreshes known ones, whose first sight stays, and notes what changed.
 * @param rows each application at most once
 * @returns how many were new
 */
export async function saveCandidates(
  db: Db,
  key: JobKey,
  { rows, seenAt, fetchId }: { rows: readonly IncomingRow[]; seenAt: Date; fetchId: string },
): Promise<{ added: number }> {
  if (rows.length === 0) return { added: 0 }
  const values = rows.map((row) => toRow(key, row, seenAt, fetchId))
  const before = await db
    .select({
      applicationId: candidate.applicationId,
      rating: candidate.rating,
      isTopChoice: candidate.isTopChoice,
      unreadable: candidate.unreadable,
    })
    .from(candidate)
    .where(
      and(
        ofJob(key),
        inArray(
          candidate.applicationId,
          values.map(({ applicationId }) => applicationId),
        ),
      ),
    )
  const known = new Map(before.map((row) => [row.applicationId, row]))
  await db
    .insert(candidate)
    .values(values)
    .onConflictDoUpdate({
      target: [candidate.account, candidate.jobId, candidate.applicationId],
      set: overwritten,
    })
  const changes = values.flatMap((row) => changesOf(known.get(row.applicationId), row))
  if (changes.length > 0) await db.insert(candidateChange).values(changes)
  return { added: values.length - known.size }
}

export async function getCandidate(db: Db, key: JobKey, applicationId: string): Promise<Candidate | null> {
  const [row] = await db.select(personColumns).from(candidate).where(isCandidate(key, applicationId))
  return row ? toCandidate(row) : null
}

/** The same person's applications to other jobs of the account, newest first; none for someone without a profile. */
export async function otherApplications(
  db: Db,
  key: JobKey,
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
    })
    .from(candidate)
    .innerJoin(job, and(eq(job.account, candidate.account), eq(job.jobId, candidate.jobId)))
    .where(
      and(
        eq(candidate.account, key.account),
        ne(candidate.jobId, key.jobId),
        inArray(candidate.publicIdentifier, same),
      ),
    )
    .orderBy(desc(candidate.firstSeenMs), asc(candidate.jobId))
    .limit(20)
  return rows.map((row) => ({ ...row, firstSeenAt: row.firstSeenAt.toISOString() }))
}

/** What changed for one person, newest first. */
export async function listChanges(db: Db, key: JobKey, applicationId: string): Promise<CandidateChange[]> {
  const rows = await db
    .select()
    .from(candidateChange)
    .where(
      and(
        eq(candidateChange.account, key.account),
        eq(candidateChange.jobId, key.jobId),
        eq(candidateChange.applicationId, applicationId),
      ),
    )
    .orderBy(desc(candidateChange.id))
    .limit(100)
  return rows.map(({ kind, from, to, at }) => ({ kind, from, to, at: at.toISOString() }))
}
