import 'server-only'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Decision } from '@/lib/contracts/decision-words'
import type { Db } from '@/lib/server/db/open-database'
import { decision, decisionChange, decisionStep, opening } from '@/lib/server/db/review-schema'
import { candidate } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'

export type Step = typeof decisionStep.$inferSelect
type NewStep = JobKey & Pick<Step, 'id' | 'kind' | 'view' | 'via' | 'by' | 'byName' | 'at'>

/** What is decided about everyone of a step. */
export type Outcome = { decision: Decision | null; reasonId: string | null; comment: string | null }

const isStep = ({ account, jobId }: JobKey, id: string) =>
  and(eq(decisionStep.account, account), eq(decisionStep.jobId, jobId), eq(decisionStep.id, id))
const sameApplication = (a: string, b: string) =>
  sql.raw(
    `${a}.account = ${b}.account and ${a}.job_id = ${b}.job_id and ${a}.application_id = ${b}.application_id`,
  )
/** Which change brought about what stands about the person of a row; null where nothing ever changed. */
const stateOf = (row: string): SQL => sql`(select coalesce(h.state, h.id) from ${decisionChange} h
  where ${sameApplication('h', row)} order by h.id desc limit 1)`
const overwritten = sql.raw(
  ['decision', 'reason_id', 'comment', 'by', 'by_name', 'at', 'step_id', 'opened']
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
)
const writeDecisions = (rows: SQL) => sql`
  insert into ${decision} (account, job_id, application_id, decision, reason_id, comment, by, by_name, at, step_id, opened)
  ${rows} on conflict (account, job_id, application_id) do update set ${overwritten}`

/**
 * Decides the same about some applications, and enters each in their history with what stood before. The job's row and
 * theirs are locked already.
 * @param ids stored, each once, and not decided like this yet
 * @param shownMs for how long the one person was on the decider's screen; null where that is not told
 */
export async function recordDecisions(
  tx: Db,
  step: NewStep,
  ids: readonly string[],
  { decision: to, reasonId, comment }: Outcome,
  shownMs: number | null,
): Promise<void> {
  const criteria = (await getCriteria(tx, step))?.version ?? null
  await tx.insert(decisionStep).values({ ...step, criteria, people: ids.length })
  const those = sql`account = ${step.account} and job_id = ${step.jobId} and application_id = any(${textArray(ids)})`
  await tx.execute(sql`
    insert into ${decisionChange} (account, job_id, application_id, step_id,
      "from", from_reason_id, from_comment, from_by, from_by_name, from_at, from_step_id, from_opened, from_state,
      "to", to_reason_id, to_comment, opened, shown_ms)
    select c.account, c.job_id, c.application_id, ${step.id},
      d.decision, d.reason_id, d.comment, d.by, d.by_name, d.at, d.step_id, d.opened, coalesce(${stateOf('c')}, 0),
      ${to}::text, ${reasonId}::text, ${comment}::text, o.user_id is not null, coalesce(${shownMs}::bigint, o.shown_ms)
    from (select * from ${candidate} where ${those}) c
    left join ${decision} d on ${sameApplication('d', 'c')}
    left join ${opening} o on ${sameApplication('o', 'c')} and o.user_id = ${step.by}
    order by c.position, c.application_id`)
  if (to === null) {
    await tx.execute(sql`delete from ${decision} where ${those}`)
    return
  }
  await tx.execute(
    writeDecisions(sql`select account, job_id, application_id, "to", to_reason_id, to_comment, ${step.by},
      ${step.byName}, ${step.at.toISOString()}::timestamptz, step_id, opened
      from ${decisionChange} where step_id = ${step.id}`),
  )
}

/** A step of a job; null where there is none. */
export async function findStep(db: Db, key: JobKey, id: string): Promise<Step | null> {
  const [step] = await db.select().from(decisionStep).where(isStep(key, id))
  return step ?? null
}

type StepPerson = { applicationId: string; undoable: boolean }

/**
 * Everybody whom a step decided about and who was not erased since, and whether its outcome still stands. Nobody can
 * delete them before the transaction ends.
 */
export async function readStepPeople(tx: Db, stepId: string): Promise<StepPerson[]> {
  const { rows } = await tx.execute<StepPerson>(sql`
    select s.application_id as "applicationId", coalesce(s.state, s.id) = ${stateOf('s')} as undoable
    from ${decisionChange} s join ${candidate} c on ${sameApplication('c', 's')}
    where s.step_id = ${stepId} order by s.application_id for key share of c`)
  return rows
}

/**
 * Restores what stood before a step, with whose decision it was, for these people of it. A step of its own, which can be
 * undone like any other.
 * @param undone the step
 */
export async function recordUndo(tx: Db, step: NewStep, undone: Step, ids: readonly string[]): Promise<void> {
  await tx.insert(decisionStep).values({ ...step, kind: 'undo', undoes: undone.id, people: ids.length })
  await tx.execute(sql`
    insert into ${decisionChange} (account, job_id, application_id, step_id,
      "from", from_reason_id, from_comment, from_by, from_by_name, from_at, from_step_id, from_opened, from_state,
      "to", to_reason_id, to_comment, opened, state)
    select s.account, s.job_id, s.application_id, ${step.id},
      d.decision, d.reason_id, d.comment, d.by, d.by_name, d.at, d.step_id, d.opened, coalesce(s.state, s.id),
      s."from", s.from_reason_id, s.from_comment, o.user_id is not null, s.from_state
    from ${decisionChange} s
    left join ${decision} d on ${sameApplication('d', 's')}
    left join ${opening} o on ${sameApplication('o', 's')} and o.user_id = ${step.by}
    where s.step_id = ${undone.id} and s.application_id = any(${textArray(ids)})
    order by s.id`)
  const before = sql`from ${decisionChange} n join ${decisionChange} s on ${sameApplication('s', 'n')}
    and s.step_id = ${undone.id} where n.step_id = ${step.id}`
  await tx.execute(
    sql`delete from ${decision} d using (select n.* ${before} and s."from" is null) n where ${sameApplication('d', 'n')}`,
  )
  await tx.execute(
    writeDecisions(sql`select s.account, s.job_id, s.application_id, s."from", s.from_reason_id, s.from_comment,
      s.from_by, s.from_by_name, s.from_at, s.from_step_id, s.from_opened ${before} and s."from" is not null`),
  )
  await tx.update(decisionStep).set({ undoneBy: step.id }).where(isStep(step, undone.id))
  if (undone.undoes !== null) {
    await tx.update(decisionStep).set({ undoneBy: null }).where(isStep(step, undone.undoes))
  }
}
