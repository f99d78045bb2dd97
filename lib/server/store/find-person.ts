import 'server-only'
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { foldIdentifier } from '@/lib/domain/profile-identifier'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'
import { escaped } from './candidate-filter'
import type { PersonRecord } from './candidates'
import { identifierKey } from './index-keys'
import { identifiersOf } from './tombstones'

/** One application that is stored. */
export type Application = { account: string; jobId: string; applicationId: string }
export type PersonRow = typeof candidate.$inferSelect & { jobLabel: string | null }
/** Whom to look for: an application of an account, in one of its jobs or in any; or a folded public identifier. */
export type Wanted =
  { account: string; applicationId: string; jobId: string | null } | { publicIdentifier: string }

async function rowsWhere(db: Db, where: SQL | undefined): Promise<PersonRow[]> {
  const rows = await db
    .select({ row: candidate, jobLabel: job.label })
    .from(candidate)
    .leftJoin(job, and(eq(job.account, candidate.account), eq(job.jobId, candidate.jobId)))
    .where(where)
    .orderBy(asc(candidate.account), asc(candidate.jobId), asc(candidate.applicationId))
  return rows.map(({ row, jobLabel }) => ({ ...row, jobLabel }))
}

const identifiersOfRow = ({ person, raw }: PersonRow) =>
  identifiersOf(JSON.parse(person) as PersonRecord, raw)

// The ways in which one identifier may stand in a row.
const formsOf = (identifier: string) => [
  ...new Set([
    identifier,
    identifier.normalize('NFD'),
    encodeURIComponent(identifier).toLowerCase(),
    JSON.stringify(identifier).slice(1, -1),
  ]),
]

/** Every row whose own identifier, or the one in its profile's address, is one of these; of all accounts. */
async function rowsOfIdentifiers(db: Db, identifiers: readonly string[]): Promise<PersonRow[]> {
  const forms = identifiers.flatMap(formsOf)
  const keys = forms.map((form) => identifierKey(form) ?? '')
  const holds = forms.map((form) => {
    const pattern = `%${escaped(form)}%`
    return sql`lower(${candidate.person} collate "C") like ${pattern} or lower(${candidate.raw} collate "C") like ${pattern}`
  })
  const without = and(sql`${candidate.publicIdentifier} is null`, or(...holds))
  const rows = await rowsWhere(db, or(inArray(sql`lower(${candidate.publicIdentifier})`, keys), without))
  return rows.filter((row) => identifiersOfRow(row).some((identifier) => identifiers.includes(identifier)))
}

const keyOf = ({ account, jobId, applicationId }: Application) =>
  JSON.stringify([account, jobId, applicationId])

/**
 * Every row of one person: what was asked for, and whatever shares a public identifier with it, in all accounts and jobs.
 * @returns the rows, and the folded public identifiers that they are known by
 */
export async function findPerson(
  db: Db,
  wanted: Wanted,
): Promise<{ rows: PersonRow[]; identifiers: string[] }> {
  const found = new Map<string, PersonRow>()
  const identifiers = new Set<string>()
  let fresh: string[] = []
  const take = (rows: readonly PersonRow[]) => {
    for (const row of rows) found.set(keyOf(row), row)
    fresh = [...new Set(rows.flatMap(identifiersOfRow))].filter((one) => !identifiers.has(one))
    for (const one of fresh) identifiers.add(one)
  }
  if ('publicIdentifier' in wanted) {
    fresh = [foldIdentifier(wanted.publicIdentifier)]
    identifiers.add(fresh[0] ?? '')
  } else {
    const { account, applicationId, jobId } = wanted
    const ofJob = jobId === null ? undefined : eq(candidate.jobId, jobId)
    const named = and(eq(candidate.account, account), eq(candidate.applicationId, applicationId), ofJob)
    take(await rowsWhere(db, named))
  }
  // A row that was sent in two forms may be known by two: until nothing new turns up.
  while (fresh.length > 0) take(await rowsOfIdentifiers(db, fresh))
  // One application is one person in whichever job it turns up.
  const ids = [...found.values()].map(({ account, applicationId }) =>
    and(eq(candidate.account, account), eq(candidate.applicationId, applicationId)),
  )
  if (ids.length > 0) for (const row of await rowsWhere(db, or(...ids))) found.set(keyOf(row), row)
  return { rows: [...found.values()], identifiers: [...identifiers] }
}
