import 'server-only'
import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Candidate } from '@/lib/contracts/candidate'
import type { View } from '@/lib/contracts/view'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { sharePerson } from '@/lib/server/db/share-schema'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { toOrder } from '@/lib/server/candidates/store/candidate-order'
import { ofJob, personColumns, toCandidate } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { parseCandidate } from '@/lib/server/candidates/store/stored-person'

// Of whom nothing is known, or may be known any more, there is nothing to show.
const showable = and(eq(candidate.unreadable, false), eq(candidate.erased, false))

/** Whom a view shows now, in its order, without those of whom nothing can be shown. @param limit people at the most */
export async function peopleOfView(db: Db, key: JobKey, view: View, limit: number): Promise<Candidate[]> {
  const source = teamSource({ ...key, reader: '' })
  const rows = await db
    .select(personColumns)
    .from(candidate)
    .where(and(matches(source, { ...view, new: false }), showable))
    .orderBy(...toOrder(view, source).by(false))
    .limit(limit)
  return rows.map(toCandidate)
}

/** These people of a job, in the provider's order; who is not stored is left out. */
export async function peopleByIds(db: Db, key: JobKey, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await db
    .select(personColumns)
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids]), showable))
    .orderBy(asc(candidate.position), asc(candidate.applicationId))
  return rows.map(toCandidate)
}

/** The people of a frozen link, as they were, in its order. */
export async function frozenPeople(db: Db, linkId: string): Promise<Candidate[]> {
  const rows = await db
    .select({ person: sharePerson.person })
    .from(sharePerson)
    .where(eq(sharePerson.linkId, linkId))
    .orderBy(asc(sharePerson.position))
  return rows.flatMap(({ person }) => (person === null ? [] : [parseCandidate(person)]))
}

/** How many people a frozen link still holds: whoever is erased leaves it. */
export async function countFrozen(db: Db, linkId: string): Promise<number> {
  const [row] = await db.select({ people: count() }).from(sharePerson).where(eq(sharePerson.linkId, linkId))
  return row?.people ?? 0
}
