import 'server-only'
import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Criterion } from '@/lib/contracts/criteria'
import { compileRule } from '@/lib/domain/criteria'
import { criteriaNames, everyMust, markCriteria, toUnmetChoice } from '@/lib/domain/criteria-counts'
import { criteriaResult, criterionOverrule } from '@/lib/server/db/criteria-schema'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'
import { choiceKey } from './index-keys'
import { getCriteria } from './job-criteria'
import type { JobKey } from './jobs'
import { parsePerson } from './stored-person'

/** What somebody meets of the criteria of a job. */
export type CriteriaResult = typeof criteriaResult.$inferSelect
type Rule = { criterion: Criterion; check: ReturnType<typeof compileRule> }
type Row = { applicationId: string; person: string; searchText: string }

const batch = 500

function namesOf(names: readonly string[]): { folded: string[]; written: string[] } {
  const byKey = new Map(names.map((name) => [choiceKey(name), name]))
  return { folded: [...byKey.keys()], written: [...byKey.values()] }
}

/** What somebody meets. @param overruled by criterion, what people said against its rule */
function toResult(
  key: JobKey,
  { applicationId, person: text, searchText }: Row,
  rules: readonly Rule[],
  overruled: ReadonlyMap<string, boolean>,
): CriteriaResult {
  const person = parsePerson(text)
  const criteria = rules.map(({ criterion }) => criterion)
  const met = rules
    .filter(({ criterion, check }) => overruled.get(criterion.id) ?? check(person, searchText).met)
    .map(({ criterion }) => criterion)
  const ids = new Set(met.map(({ id }) => id))
  const mark = markCriteria(criteria, ids)
  const namesMet = (kind: Criterion['need']) =>
    met.filter(({ need }) => need === kind).map(({ name }) => name)
  const all = mark.must > 0 && mark.mustMet === mark.must ? [everyMust] : []
  const must = namesOf([...all, ...namesMet('must')])
  const nice = namesOf(namesMet('nice'))
  const isNamed = new Set([...all, ...met.map(({ name }) => name)])
  const unmet = namesOf(
    criteriaNames(criteria)
      .filter((name) => !isNamed.has(name))
      .map(toUnmetChoice),
  )
  return {
    ...{ account: key.account, jobId: key.jobId, applicationId, met: [...ids] },
    ...{ mustFolded: must.folded, mustNames: must.written },
    ...{ niceFolded: nice.folded, niceNames: nice.written },
    ...{ unmetFolded: unmet.folded, unmetNames: unmet.written },
    counts: JSON.stringify(mark),
  }
}

/** By application and criterion, what people said against the rules. */
async function readOverrules(db: Db, key: JobKey, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(criterionOverrule)
    .where(
      and(
        eq(criterionOverrule.account, key.account),
        eq(criterionOverrule.jobId, key.jobId),
        inArray(criterionOverrule.applicationId, [...ids]),
      ),
    )
  const byPerson = new Map<string, Map<string, boolean>>()
  for (const { applicationId, criterionId, met } of rows) {
    const known = byPerson.get(applicationId) ?? new Map<string, boolean>()
    byPerson.set(applicationId, known.set(criterionId, met))
  }
  return byPerson
}

const { account, jobId, applicationId, ...computed } = getTableColumns(criteriaResult)
const overwritten = Object.fromEntries(
  Object.entries(computed).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
)

async function saveResults(tx: Db, rows: readonly CriteriaResult[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(criteriaResult)
    .values([...rows])
    .onConflictDoUpdate({ target: [account, jobId, applicationId], set: overwritten })
}

const compile = (criteria: readonly Criterion[]): Rule[] =>
  criteria.map((criterion) => ({ criterion, check: compileRule(criterion) }))

/** What people meet by texts that stand in place of theirs. Nothing of it is kept. */
export async function tryCriteria(
  db: Db,
  key: JobKey,
  criteria: readonly Criterion[],
  people: readonly Row[],
): Promise<CriteriaResult[]> {
  const rules = compile(criteria)
  const overrules = await readOverrules(
    db,
    key,
    people.map((row) => row.applicationId),
  )
  return people.map((row) => toResult(key, row, rules, overrules.get(row.applicationId) ?? new Map()))
}

/** Who is looked through: some by their ids, or the next so many after an id. */
type Part = { ids: readonly string[] } | { after: string; limit: number }

/** @returns the ids of those worked out, in their order */
async function workOut(tx: Db, key: JobKey, rules: readonly Rule[], part: Part): Promise<string[]> {
  const query = tx
    .select({
      applicationId: candidate.applicationId,
      person: candidate.person,
      searchText: candidate.searchText,
    })
    .from(candidate)
    .where(
      and(
        eq(candidate.account, key.account),
        eq(candidate.jobId, key.jobId),
        eq(candidate.erased, false),
        'ids' in part
          ? inArray(candidate.applicationId, [...part.ids])
          : gt(candidate.applicationId, part.after),
      ),
    )
    .orderBy(asc(candidate.applicationId))
  const rows: Row[] = await ('ids' in part ? query : query.limit(part.limit))
  const ids = rows.map((row) => row.applicationId)
  if (ids.length === 0) return ids
  const overrules = await readOverrules(tx, key, ids)
  await saveResults(
    tx,
    rows.map((row) => toResult(key, row, rules, overrules.get(row.applicationId) ?? new Map())),
  )
  return ids
}

/**
 * Computes which criteria some people of a job meet, and keeps it. Called in the transaction that changes what it is computed
 * from, by whoever holds the job's row: the people, or what somebody said against a rule.
 * @returns whether the job has criteria
 */
export async function refreshCriteria(tx: Db, key: JobKey, ids: readonly string[]): Promise<boolean> {
  const criteria = (await getCriteria(tx, key))?.criteria ?? []
  if (criteria.length === 0) return false
  const rules = compile(criteria)
  const sorted = [...ids].toSorted()
  for (let at = 0; at < sorted.length; at += batch)
    await workOut(tx, key, rules, { ids: sorted.slice(at, at + batch) })
  return true
}

const isJob = ({ account: of, jobId: id }: JobKey) => and(eq(job.account, of), eq(job.jobId, id))

/** Works out the next people, and notes how far that is. @returns whether it was the last of them */
async function workOutNext(tx: Db, key: JobKey, part: { after: string; limit: number }): Promise<boolean> {
  const criteria = (await getCriteria(tx, key))?.criteria ?? []
  const done = criteria.length === 0 ? [] : await workOut(tx, key, compile(criteria), part)
  const last = done.length < part.limit
  await tx
    .update(job)
    .set({ criteriaAfter: last ? null : (done.at(-1) ?? null), criteriaNames: criteriaNames(criteria) })
    .where(isJob(key))
  return last
}

/**
 * Forgets what was worked out of a job's people and works it out for the first of them, in the transaction that changes the
 * criteria: of a list as short as most, all. `continueCriteria` goes on with the rest.
 * @returns whether that was everyone
 */
export async function restartCriteria(tx: Db, key: JobKey): Promise<boolean> {
  await tx
    .delete(criteriaResult)
    .where(and(eq(criteriaResult.account, key.account), eq(criteriaResult.jobId, key.jobId)))
  return workOutNext(tx, key, { after: '', limit: batch })
}

/**
 * Works out the criteria of the next people of some job whose criteria changed. One instance at a time: for any other there is
 * nothing to do meanwhile. A process that stops leaves what is done; the next call goes on from there.
 * @returns the job, and whether that was the last of its people; null where nothing is left to do
 */
export async function continueCriteria(
  db: Db,
  limit: number,
): Promise<{ key: JobKey; last: boolean } | null> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ ours: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('shortlist.criteria')) as ours`,
    )
    if (rows[0]?.ours !== true) return null
    const [found] = await tx
      .select({ account: job.account, jobId: job.jobId, after: job.criteriaAfter })
      .from(job)
      .where(isNotNull(job.criteriaAfter))
      .orderBy(asc(job.account), asc(job.jobId))
      .limit(1)
      .for('update')
    if (!found || found.after === null) return null
    const key = { account: found.account, jobId: found.jobId }
    const last = await workOutNext(tx, key, { after: found.after, limit })
    // Pages read before show marks that are no longer all of them.
    await tx
      .update(job)
      .set({ responses: sql`${job.responses} + 1` })
      .where(isJob(key))
    return { key, last }
  })
}

/** How many people of a job its criteria are worked out for, and of how many; null once they are for all. */
export async function criteriaProgress(db: Db, key: JobKey): Promise<{ done: number; of: number } | null> {
  const [row] = await db
    .select({
      after: job.criteriaAfter,
      done: sql<number>`(select count(*)::int from ${criteriaResult} m
        where m.account = ${key.account} and m.job_id = ${key.jobId})`,
      of: sql<number>`(select count(*)::int from ${candidate} c
        where c.account = ${key.account} and c.job_id = ${key.jobId} and not c.erased)`,
    })
    .from(job)
    .where(and(isJob(key), isNotNull(job.criteriaAfter)))
  return row ? { done: row.done, of: row.of } : null
}
