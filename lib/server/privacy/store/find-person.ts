import 'server-only'
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import {
  foldIdentifier,
  namesAmong,
  toLegacyIdentifier,
  placeholders,
  minIdentifierLength,
} from '@/lib/domain/profile-identifier'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'
import { escaped } from '@/lib/server/platform/like-pattern'
import { identifierKey } from '@/lib/server/candidates/store/index-keys'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import { listIdentifiers } from '@/lib/server/candidates/store/tombstones'

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

/** The folded public identifiers that a row as it came holds: its provider's adapter reads them. */
export type IdentifyRaw = (row: Pick<PersonRow, 'raw' | 'reader'>) => readonly string[]

const identifiersOfRow = (row: PersonRow, identify: IdentifyRaw) =>
  listIdentifiers(parsePerson(row.person), identify(row))

// The ways in which one identifier may stand in a row.
const listForms = (identifier: string) => [
  ...new Set([
    identifier,
    identifier.normalize('NFD'),
    encodeURIComponent(identifier).toLowerCase(),
    JSON.stringify(identifier).slice(1, -1),
    toLegacyIdentifier(identifier) ?? identifier,
  ]),
]

/** Every row whose own identifier, or the one in its profile's address, is one of these; of all accounts. */
async function rowsOfIdentifiers(
  db: Db,
  identifiers: readonly string[],
  identify: IdentifyRaw,
): Promise<PersonRow[]> {
  const forms = identifiers.flatMap(listForms)
  const keys = forms.map((form) => identifierKey(form) ?? '')
  const holds = forms.map((form) => {
    const pattern = `%${escaped(form)}%`
    return sql`lower(${candidate.person} collate "C") like ${pattern} or lower(${candidate.raw} collate "C") like ${pattern}`
  })
  const own = sql`lower(${candidate.publicIdentifier})`
  const without = or(
    sql`${candidate.publicIdentifier} is null`,
    sql`length(${candidate.publicIdentifier}) < ${minIdentifierLength}`,
    inArray(own, [...placeholders]),
  )
  const rows = await rowsWhere(db, or(inArray(own, keys), and(without, or(...holds))))
  return rows.filter((row) =>
    identifiersOfRow(row, identify).some((identifier) => identifiers.includes(identifier)),
  )
}

const toKey = ({ account, jobId, applicationId }: Application) =>
  JSON.stringify([account, jobId, applicationId])

/** What somebody is called in a row; null where it does not say. */
export function getDisplayName({ person }: PersonRow): string | null {
  const { fullName, firstName, lastName } = parsePerson(person)
  return fullName ?? ([firstName, lastName].filter((part) => part !== null).join(' ') || null)
}

export type Found = {
  rows: PersonRow[]
  /** The folded public identifiers that they are known by. */
  identifiers: string[]
  /** Those under which rows of different names are stored: they tell nobody apart, so they join no rows. */
  shared: string[]
}

/**
 * Every row of one person: what was asked for, and whatever shares a public identifier and does not differ in name, in all
 * accounts and jobs. For a public identifier that is shared: every row that has it.
 */
export async function findPerson(db: Db, wanted: Wanted, identify: IdentifyRaw): Promise<Found> {
  const found = new Map<string, PersonRow>()
  const seen = new Set<string>()
  const shared = new Set<string>()
  const waiting: string[] = []
  const collect = (rows: readonly PersonRow[], further: boolean) => {
    for (const row of rows) found.set(toKey(row), row)
    if (further) waiting.push(...rows.flatMap((row) => identifiersOfRow(row, identify)))
  }
  const asked = 'publicIdentifier' in wanted ? foldIdentifier(wanted.publicIdentifier) : null
  if (asked !== null) waiting.push(asked)
  if ('applicationId' in wanted) {
    const { account, applicationId, jobId } = wanted
    const ofJob = jobId === null ? undefined : eq(candidate.jobId, jobId)
    const named = and(eq(candidate.account, account), eq(candidate.applicationId, applicationId), ofJob)
    collect(await rowsWhere(db, named), true)
  }
  // A row that was sent in two forms may be known by two: until nothing new turns up.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const rows = await rowsOfIdentifiers(db, [next], identify)
    const names = namesAmong(rows.map(getDisplayName))
    const before = namesAmong([...found.values()].map(getDisplayName))
    const isNewName = before.size > 0 && [...names].some((name) => !before.has(name))
    if (names.size > 1 || isNewName) shared.add(next)
    if (!shared.has(next) || next === asked) collect(rows, !shared.has(next))
  }
  // One application is one person in whichever job it turns up.
  const ids = [...found.values()].map(({ account, applicationId }) =>
    and(eq(candidate.account, account), eq(candidate.applicationId, applicationId)),
  )
  if (ids.length > 0) for (const row of await rowsWhere(db, or(...ids))) found.set(toKey(row), row)
  const identifiers = [...seen].filter((identifier) => !shared.has(identifier))
  return { rows: [...found.values()], identifiers, shared: [...shared] }
}
