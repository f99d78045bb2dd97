import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Decision } from '@/lib/contracts/decision-words'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { Db } from '@/lib/server/db/open-database'
import { decisionChange, decisionStep } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { secondOpinion, secondOpinionPerson } from '@/lib/server/db/second-opinion-schema'
import { textArray } from '@/lib/server/db/text-array'

export type OpinionRow = typeof secondOpinion.$inferSelect
type PersonRow = typeof secondOpinionPerson.$inferSelect

const isOpinion = ({ account, jobId }: JobKey, id: string) =>
  and(eq(secondOpinion.account, account), eq(secondOpinion.jobId, jobId), eq(secondOpinion.id, id))
const isPerson = (opinionId: string, applicationId: string) =>
  and(eq(secondOpinionPerson.opinionId, opinionId), eq(secondOpinionPerson.applicationId, applicationId))

/** Those of these applications who are stored and not erased, in the order of the list: any other could tell something of them. */
export async function inListOrder(db: Db, key: JobKey, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(
      and(ofJob(key), eq(candidate.erased, false), sql`${candidate.applicationId} = any(${textArray(ids)})`),
    )
    .orderBy(candidate.position, candidate.applicationId)
  return rows.map(({ id }) => id)
}

/** Enters a second opinion about these people, in this order, and withholds decisions about them from the colleague. */
export async function addOpinion(
  tx: Db,
  row: Omit<OpinionRow, 'people' | 'closedAt'>,
  applicationIds: readonly string[],
): Promise<void> {
  const { id: opinionId, account, jobId, colleagueId: withheldFrom } = row
  await tx.insert(secondOpinion).values({ ...row, people: applicationIds.length })
  await tx.insert(secondOpinionPerson).values(
    applicationIds.map((applicationId, place) => ({
      ...{ account, jobId, applicationId, opinionId, place, withheldFrom },
    })),
  )
}

/** @param lock keeps it from being closed until the transaction ends */
export async function getOpinion(db: Db, key: JobKey, id: string, lock = false): Promise<OpinionRow | null> {
  const query = db.select().from(secondOpinion).where(isOpinion(key, id))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}

/** Those that a member asked for or is asked for, newest first, at most 50. @param member null for everyone's */
export async function listOpinions(
  db: Db,
  { account, jobId }: JobKey,
  member: string | null,
): Promise<OpinionRow[]> {
  const isTheirs =
    member === null
      ? sql`true`
      : sql`(${secondOpinion.askerId} = ${member} or ${secondOpinion.colleagueId} = ${member})`
  return db
    .select()
    .from(secondOpinion)
    .where(and(eq(secondOpinion.account, account), eq(secondOpinion.jobId, jobId), isTheirs))
    .orderBy(sql`${secondOpinion.askedAt} desc, ${secondOpinion.id} desc`)
    .limit(50)
}

/** What both chose about somebody; `decidedBefore`: the asker had when they asked. */
export type ChoiceRow = {
  opinionId: string
  applicationId: string
  asker: Decision | null
  decidedBefore: boolean
  colleague: Decision | null
  reason: string | null
}

/**
 * What both chose about everyone of some second opinions. The asker's choice is their own decision as it stood when the
 * colleague chose, or else their first one after that: what they change once they have seen the colleague's does not count.
 * An undone decision is none, unless undoing brought back an earlier one of theirs.
 */
export async function readChoices(db: Db, opinionIds: readonly string[]): Promise<ChoiceRow[]> {
  if (opinionIds.length === 0) return []
  const { rows } = await db.execute<ChoiceRow>(sql`
    select p.opinion_id as "opinionId", p.application_id as "applicationId", p.decision as colleague, p.reason,
      coalesce(before.decision, later.decision) as asker,
      coalesce(before.decision is not null and before.at < q.asked_at, false) as "decidedBefore"
    from ${secondOpinionPerson} p join ${secondOpinion} q on q.id = p.opinion_id
    left join lateral (
      select case when made_by.by = q.asker_id then made."to" end as decision, s.at
      from ${decisionChange} c join ${decisionStep} s on s.id = c.step_id and s.by = q.asker_id
      left join ${decisionChange} made on made.id = coalesce(c.state, c.id)
      left join ${decisionStep} made_by on made_by.id = made.step_id
      where c.account = p.account and c.job_id = p.job_id and c.application_id = p.application_id
        and (p.decided_at is null or s.at <= p.decided_at)
      order by c.id desc limit 1
    ) as before on true
    left join lateral (
      select made."to" as decision, s.at
      from ${decisionChange} c join ${decisionStep} s on s.id = c.step_id and s.by = q.asker_id
      join ${decisionChange} made on made.id = coalesce(c.state, c.id)
      join ${decisionStep} made_by on made_by.id = made.step_id and made_by.by = q.asker_id
      where c.account = p.account and c.job_id = p.job_id and c.application_id = p.application_id
        and s.at > p.decided_at and made."to" is not null
      order by c.id limit 1
    ) as later on before.decision is null
    where p.opinion_id = any(${textArray(opinionIds)})
    order by p.opinion_id, p.place`)
  return rows
}

/** What the colleague chose about somebody so far; undefined for somebody it is not about. */
export async function findOpinionPerson(
  db: Db,
  opinionId: string,
  applicationId: string,
): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(secondOpinionPerson).where(isPerson(opinionId, applicationId))
  return row
}

/** Keeps what the colleague chose; from then on nothing about the person is withheld from them. */
export async function saveChoice(
  tx: Db,
  opinionId: string,
  applicationId: string,
  choice: Pick<PersonRow, 'decision' | 'reason' | 'decidedAt'>,
): Promise<void> {
  await tx
    .update(secondOpinionPerson)
    .set({ ...choice, withheldFrom: null })
    .where(isPerson(opinionId, applicationId))
}

/** Closes it: nothing is withheld for it any more. @returns about whom something was */
export async function closeOpinion(tx: Db, id: string, at: Date): Promise<string[]> {
  await tx.update(secondOpinion).set({ closedAt: at }).where(eq(secondOpinion.id, id))
  const rows = await tx
    .update(secondOpinionPerson)
    .set({ withheldFrom: null })
    .where(and(eq(secondOpinionPerson.opinionId, id), isNotNull(secondOpinionPerson.withheldFrom)))
    .returning({ id: secondOpinionPerson.applicationId })
  return rows.map(({ id: applicationId }) => applicationId)
}
