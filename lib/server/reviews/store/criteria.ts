import 'server-only'
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Criterion } from '@/lib/contracts/criteria'
import { criteriaNames } from '@/lib/domain/criteria-counts'
import type { Clause } from '@/lib/domain/word-query'
import { type CriteriaVersion, parseCriteria } from '@/lib/server/candidates/store/job-criteria'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { hasWords } from '@/lib/server/candidates/store/phrase-conditions'
import { criteriaResult, criterionOverrule, jobCriteria } from '@/lib/server/db/criteria-schema'
import { aboutApplicant, type PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { candidate, job } from '@/lib/server/db/schema'

export type Overrule = typeof criterionOverrule.$inferSelect

/** The criteria of the other jobs of an account, as they stand. */
export async function listCriteriaElsewhere(
  db: Db,
  { account, jobId }: JobKey,
): Promise<{ jobId: string; jobLabel: string | null; criteria: Criterion[] }[]> {
  const rows = await db
    .selectDistinctOn([jobCriteria.jobId], {
      jobId: jobCriteria.jobId,
      jobLabel: job.label,
      criteria: jobCriteria.criteria,
    })
    .from(jobCriteria)
    .innerJoin(job, and(eq(job.account, jobCriteria.account), eq(job.jobId, jobCriteria.jobId)))
    .where(and(eq(jobCriteria.account, account), ne(jobCriteria.jobId, jobId)))
    .orderBy(asc(jobCriteria.jobId), desc(jobCriteria.version))
  return rows
    .map((row) => ({ ...row, criteria: parseCriteria(row.criteria) }))
    .filter((row) => row.criteria.length > 0)
}

/** Adds a version. The job's row is locked already. */
export async function addCriteria(
  tx: Db,
  key: JobKey,
  { criteria, ...version }: CriteriaVersion,
): Promise<void> {
  await tx.insert(jobCriteria).values({ ...key, ...version, criteria: JSON.stringify(criteria) })
  await tx
    .update(job)
    .set({ hasCriteria: criteria.length > 0, criteriaNames: criteriaNames(criteria) })
    .where(and(eq(job.account, key.account), eq(job.jobId, key.jobId)))
}

/** People stored of a job in the provider's order. @param limit people at the most */
export function readPeople(
  db: Db,
  key: JobKey,
  { clauses, limit }: { clauses: readonly Clause[] | null; limit: number },
): Promise<{ person: string; searchText: string }[]> {
  return db
    .select({ person: candidate.person, searchText: candidate.searchText })
    .from(candidate)
    .where(
      and(
        ofJob(key),
        eq(candidate.erased, false),
        clauses === null ? undefined : hasWords(candidate.searchText, clauses, true),
      ),
    )
    .orderBy(asc(candidate.position), asc(candidate.applicationId))
    .limit(limit)
}

/** How many people stored of a job have these words, and how many there are. */
export async function countWithWords(
  db: Db,
  key: JobKey,
  clauses: readonly Clause[],
): Promise<{ met: number; checked: number }> {
  const has = hasWords(candidate.searchText, clauses, true) ?? sql`true`
  const [row] = await db
    .select({
      met: sql<number>`(count(*) filter (where ${has}))::int`,
      checked: sql<number>`count(*)::int`,
    })
    .from(candidate)
    .where(and(ofJob(key), eq(candidate.erased, false)))
  return row ?? { met: 0, checked: 0 }
}

/** How many people of a job are loaded, without those who were erased. */
export const countPeople = (db: Db, key: JobKey): Promise<number> =>
  db.$count(candidate, and(ofJob(key), eq(candidate.erased, false)))

/** One stored person, and what they are searched by; null for nobody. */
export async function readPerson(
  db: Db,
  key: PersonKey,
): Promise<{ person: string; searchText: string; erased: boolean } | null> {
  const [row] = await db
    .select({ person: candidate.person, searchText: candidate.searchText, erased: candidate.erased })
    .from(candidate)
    .where(and(ofJob(key), eq(candidate.applicationId, key.applicationId)))
  return row ?? null
}

/** What people said against the rules about somebody. */
export const listOverrules = (db: Db, key: PersonKey): Promise<Overrule[]> =>
  db.select().from(criterionOverrule).where(aboutApplicant(criterionOverrule, key))

/** The same of several people of a job. */
export const listOverrulesOf = (
  db: Db,
  { account, jobId }: JobKey,
  ids: readonly string[],
): Promise<Overrule[]> =>
  db
    .select()
    .from(criterionOverrule)
    .where(
      and(
        eq(criterionOverrule.account, account),
        eq(criterionOverrule.jobId, jobId),
        inArray(criterionOverrule.applicationId, [...ids]),
      ),
    )

/** Which criteria several people of a job meet, by id; whoever was erased or could not be read is left out. */
export function listResults(
  db: Db,
  { account, jobId }: JobKey,
  ids: readonly string[],
): Promise<{ applicationId: string; met: string[] }[]> {
  return db
    .select({ applicationId: criteriaResult.applicationId, met: criteriaResult.met })
    .from(criteriaResult)
    .innerJoin(
      candidate,
      and(
        eq(candidate.account, criteriaResult.account),
        eq(candidate.jobId, criteriaResult.jobId),
        eq(candidate.applicationId, criteriaResult.applicationId),
      ),
    )
    .where(
      and(
        eq(criteriaResult.account, account),
        eq(criteriaResult.jobId, jobId),
        inArray(criteriaResult.applicationId, [...ids]),
        eq(candidate.erased, false),
        eq(candidate.unreadable, false),
      ),
    )
}

/** Says something against a rule, or takes it back for `met: null`. */
export async function saveOverrule(
  tx: Db,
  { met, ...row }: Omit<Overrule, 'met'> & { met: boolean | null },
): Promise<void> {
  const same = and(aboutApplicant(criterionOverrule, row), eq(criterionOverrule.criterionId, row.criterionId))
  await tx.delete(criterionOverrule).where(same)
  if (met !== null) await tx.insert(criterionOverrule).values({ ...row, met })
}
