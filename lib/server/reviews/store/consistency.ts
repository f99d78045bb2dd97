import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isSamePerson } from '@/lib/server/candidates/store/same-person'
import { consistencyResolution } from '@/lib/server/db/consistency-schema'
import type { PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'

/** Another application that shares something with one. */
export type Sharing = {
  jobId: string
  applicationId: string
  /** The key of what it shares. */
  key: string
  profile: string | null
  name: string | null
  firstSeenMs: number
}

// A text of an agency may stand in very many applications: what is said of them is then "at least".
export const maxSharing = 1_000

/** Whether there may be more that share a thing than were found. */
export const isCut = (found: readonly Sharing[], key: string): boolean =>
  found.filter((each) => each.key === key).length >= maxSharing

const isPerson = (key: PersonKey) =>
  and(
    eq(candidate.account, key.account),
    eq(candidate.jobId, key.jobId),
    eq(candidate.applicationId, key.applicationId),
  )

/** One stored person as JSON text, and who they say they are; null for nobody. */
export async function readSubject(
  db: Db,
  key: PersonKey,
): Promise<{ person: string; profile: string | null; name: string | null; erased: boolean } | null> {
  const [row] = await db
    .select({
      person: candidate.person,
      profile: candidate.publicIdentifier,
      name: candidate.nameFolded,
      erased: candidate.erased,
    })
    .from(candidate)
    .where(isPerson(key))
  return row ?? null
}

/** Other applications stored in the account that have one of some keys, at most `maxSharing` of each key, in no order. */
export async function listSharing(
  db: Db,
  { account, jobId, applicationId }: PersonKey,
  keys: readonly string[],
): Promise<Sharing[]> {
  if (keys.length === 0) return []
  const { rows } = await db.execute<Sharing>(sql`
    select asked.key, o.job_id as "jobId", o.application_id as "applicationId", o.public_identifier as profile,
      o.name_folded as name, o.first_seen_ms::float8 as "firstSeenMs"
    from unnest(${textArray(keys)}) as asked (key) cross join lateral (
      select * from ${candidate} as shared
      where shared.consistency_keys @> array[asked.key] and shared.account = ${account} and not shared.erased
        and (shared.job_id, shared.application_id) <> (${jobId}, ${applicationId})
      limit ${maxSharing}
    ) as o`)
  return rows
}

/** Other applications to the same job with the same network profile, at most `maxSharing`, in no order. */
export async function listSameProfile(
  db: Db,
  { account, jobId, applicationId }: PersonKey,
  profileKey: string,
): Promise<Sharing[]> {
  const { rows } = await db.execute<Omit<Sharing, 'key'>>(sql`
    select o.job_id as "jobId", o.application_id as "applicationId", o.public_identifier as profile,
      o.name_folded as name, o.first_seen_ms::float8 as "firstSeenMs"
    from ${candidate} join ${candidate} as o on ${isSamePerson('o')} and o.job_id = "candidate"."job_id"
      and o.application_id <> "candidate"."application_id" and not o.erased
    where "candidate"."account" = ${account} and "candidate"."job_id" = ${jobId}
      and "candidate"."application_id" = ${applicationId}
    limit ${maxSharing}`)
  return rows.map((row) => ({ ...row, key: profileKey }))
}

export type OtherPerson = { jobId: string; jobLabel: string | null; applicationId: string; person: string }

/** Some applications of an account in full. Whoever was erased meanwhile is left out. */
export async function readOthers(
  db: Db,
  account: string,
  keys: readonly Pick<Sharing, 'jobId' | 'applicationId'>[],
): Promise<OtherPerson[]> {
  if (keys.length === 0) return []
  const pairs = sql.join(
    keys.map(({ jobId, applicationId }) => sql`(${jobId}, ${applicationId})`),
    sql`, `,
  )
  return db
    .select({
      jobId: candidate.jobId,
      jobLabel: job.label,
      applicationId: candidate.applicationId,
      person: candidate.person,
    })
    .from(candidate)
    .innerJoin(job, and(eq(job.account, candidate.account), eq(job.jobId, candidate.jobId)))
    .where(
      and(
        eq(candidate.account, account),
        eq(candidate.erased, false),
        sql`(${candidate.jobId}, ${candidate.applicationId}) in (${pairs})`,
      ),
    )
}

export type Resolution = typeof consistencyResolution.$inferSelect

/** What members of an account said about notes, whichever side they said it on, oldest first. */
export function listResolutions(db: Db, account: string, noteKeys: readonly string[]): Promise<Resolution[]> {
  return db
    .select()
    .from(consistencyResolution)
    .where(
      and(eq(consistencyResolution.account, account), inArray(consistencyResolution.noteKey, [...noteKeys])),
    )
    .orderBy(asc(consistencyResolution.id))
}

/** Adds a word on a note. */
export async function addResolution(tx: Db, row: Omit<Resolution, 'id'>): Promise<void> {
  await tx.insert(consistencyResolution).values(row)
}
