import 'server-only'
import { and, asc, count, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Person } from '@/lib/contracts/candidate'
import type { View } from '@/lib/contracts/view'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { toOrder } from '@/lib/server/candidates/store/candidate-order'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { sharePerson } from '@/lib/server/db/share-schema'
import { parseView } from '@/lib/url/view'
import type { OpenLink } from './share-links'

/** Somebody in a link: their place in its order, and a hash of the person as stored. */
export type Member = { applicationId: string; position: number; hash: string }

/** Which people of a job go into a link: those of a view, or some by application. */
export type Selection = { view: View } | { applicationIds: readonly string[] }

// An unreadable or erased application has nothing to show.
const showable = and(eq(candidate.unreadable, false), eq(candidate.erased, false))

/** A job as nobody in particular reads it. */
export const toGuestReader = ({ account, jobId }: JobKey): ReaderKey => ({ account, jobId, reader: '' })

const isSelected = (key: ReaderKey, selection: Selection): SQL | undefined =>
  'view' in selection
    ? and(matches(teamSource(key), selection.view), showable)
    : and(ofJob(key), inArray(candidate.applicationId, [...selection.applicationIds]), showable)

const orderOfSelection = (key: ReaderKey, selection: Selection): SQL[] =>
  'view' in selection
    ? toOrder(selection.view, teamSource(key)).by(false)
    : [asc(candidate.position), asc(candidate.applicationId)]

/** How many people a selection has now for a reader, without those who cannot be shown. */
export async function countSelected(db: Db, key: ReaderKey, selection: Selection): Promise<number> {
  const [row] = await db.select({ people: count() }).from(candidate).where(isSelected(key, selection))
  return row?.people ?? 0
}

/**
 * Stores the people that a member selected with a frozen link, as they are now. One statement does it: it sees them at one
 * moment, and reads nobody into this process.
 * @returns how many
 */
export async function freezeSelected(
  tx: Db,
  key: ReaderKey,
  linkId: string,
  selection: Selection,
): Promise<number> {
  const order = sql.join(orderOfSelection(key, selection), sql`, `)
  const { rowCount } = await tx.execute(sql`
    insert into ${sharePerson} (link_id, account, job_id, application_id, position, person)
    select ${linkId}, ${candidate.account}, ${candidate.jobId}, ${candidate.applicationId},
      row_number() over (order by ${order}) - 1, ${candidate.person}
    from ${candidate} where ${isSelected(key, selection)}`)
  return rowCount ?? 0
}

const hashed = (person: typeof candidate.person | typeof sharePerson.person) =>
  sql<string>`encode(sha256(convert_to(${person}, 'UTF8')), 'base64')`

/** Everyone in a link now, in its order. */
export async function membersOf(db: Db, { id, kind, account, jobId, view }: OpenLink): Promise<Member[]> {
  if (kind === 'frozen') {
    return db
      .select({
        applicationId: sharePerson.applicationId,
        position: sharePerson.position,
        hash: hashed(sharePerson.person),
      })
      .from(sharePerson)
      .where(and(eq(sharePerson.linkId, id), isNotNull(sharePerson.person)))
      .orderBy(asc(sharePerson.position))
  }
  const [key, selection] = [toGuestReader({ account, jobId }), { view: parseView(view) }]
  const rows = await db
    .select({ applicationId: candidate.applicationId, hash: hashed(candidate.person) })
    .from(candidate)
    .where(isSelected(key, selection))
    .orderBy(...orderOfSelection(key, selection))
  return rows.map((row, position) => ({ ...row, position }))
}

export type MemberPerson = { applicationId: string; hash: string; person: Person }

/** Some people of a link as stored; whoever is not in it any more is left out. */
export async function personsOf(
  db: Db,
  { id, kind, account, jobId }: OpenLink,
  applicationIds: readonly string[],
): Promise<MemberPerson[]> {
  if (applicationIds.length === 0) return []
  const ids = [...applicationIds]
  const rows =
    kind === 'frozen'
      ? await db
          .select({
            applicationId: sharePerson.applicationId,
            hash: hashed(sharePerson.person),
            person: sharePerson.person,
          })
          .from(sharePerson)
          .where(and(eq(sharePerson.linkId, id), inArray(sharePerson.applicationId, ids)))
      : await db
          .select({
            applicationId: candidate.applicationId,
            hash: hashed(candidate.person),
            person: candidate.person,
          })
          .from(candidate)
          .where(and(ofJob({ account, jobId }), inArray(candidate.applicationId, ids), showable))
  return rows.flatMap(({ person, ...row }) =>
    person === null ? [] : [{ ...row, person: parsePerson(person) }],
  )
}
