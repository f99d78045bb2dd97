import 'server-only'
import { and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import type { Criterion } from '@/lib/contracts/criteria'
import { compileRule } from '@/lib/domain/criteria'
import { countCriteria, everyMust } from '@/lib/domain/criteria-counts'
import { criteriaResult, criterionOverrule } from '@/lib/server/db/criteria-schema'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { choiceKey } from './index-keys'
import { getCriteria } from './job-criteria'
import type { JobKey } from './jobs'
import { parsePerson } from './stored-person'

type Result = typeof criteriaResult.$inferSelect
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
): Result {
  const person = parsePerson(text)
  const criteria = rules.map(({ criterion }) => criterion)
  const met = rules
    .filter(({ criterion, check }) => overruled.get(criterion.id) ?? check(person, searchText).met)
    .map(({ criterion }) => criterion)
  const ids = new Set(met.map(({ id }) => id))
  const counts = countCriteria(criteria, ids)
  const namesMet = (kind: Criterion['need']) =>
    met.filter(({ need }) => need === kind).map(({ name }) => name)
  const all = counts.must > 0 && counts.mustMet === counts.must ? [everyMust] : []
  const must = namesOf([...all, ...namesMet('must')])
  const nice = namesOf(namesMet('nice'))
  return {
    ...{ account: key.account, jobId: key.jobId, applicationId, met: [...ids] },
    ...{ mustFolded: must.folded, mustNames: must.written },
    ...{ niceFolded: nice.folded, niceNames: nice.written },
    counts: JSON.stringify(counts),
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

async function saveResults(tx: Db, rows: readonly Result[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(criteriaResult)
    .values([...rows])
    .onConflictDoUpdate({ target: [account, jobId, applicationId], set: overwritten })
}

/**
 * Computes which criteria people of a job meet, and keeps it. Called in the transaction that changes what it is computed
 * from, by whoever holds the job's row: the criteria, the people, or what somebody said against a rule.
 * @param ids of some; null for everyone
 * @returns whether the job has criteria
 */
export async function refreshCriteria(tx: Db, key: JobKey, ids: readonly string[] | null): Promise<boolean> {
  const criteria = (await getCriteria(tx, key))?.criteria ?? []
  if (criteria.length === 0) {
    const ofJob = and(eq(criteriaResult.account, key.account), eq(criteriaResult.jobId, key.jobId))
    if (ids === null) await tx.delete(criteriaResult).where(ofJob)
    return false
  }
  const rules = criteria.map((criterion) => ({ criterion, check: compileRule(criterion) }))
  const parts = ids === null ? null : [...ids].toSorted()
  for (let after: string | null = null, at = 0; parts === null || at < parts.length; at += batch) {
    const rows: Row[] = await tx
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
          parts === null ? undefined : inArray(candidate.applicationId, parts.slice(at, at + batch)),
          parts !== null || after === null ? undefined : gt(candidate.applicationId, after),
        ),
      )
      .orderBy(asc(candidate.applicationId))
      .limit(batch)
    if (rows.length > 0) {
      const overrules = await readOverrules(
        tx,
        key,
        rows.map((row) => row.applicationId),
      )
      await saveResults(
        tx,
        rows.map((row) => toResult(key, row, rules, overrules.get(row.applicationId) ?? new Map())),
      )
    }
    if (parts === null && rows.length < batch) break
    after = rows.at(-1)?.applicationId ?? after
  }
  return true
}
