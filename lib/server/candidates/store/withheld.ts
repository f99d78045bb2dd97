import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { job } from '@/lib/server/db/schema'
import { secondOpinionPerson } from '@/lib/server/db/second-opinion-schema'
import { textArray } from '@/lib/server/db/text-array'
import type { ReaderKey } from './visits'

/** Whether decisions about anybody are withheld from a reader: one look at an index. */
const withholdsAny = (reader: SQL | string) =>
  sql`(select exists (select 1 from ${secondOpinionPerson} any_withheld where any_withheld.withheld_from = ${reader}))`

/**
 * Whether what the team decided about an application is withheld from a reader, who was asked for a second opinion on it
 * and has not chosen yet. Everything that reads decisions for a reader asks this. A reader who has no such person costs
 * one look at an index in each statement: the first condition names no row.
 * @param name what the row that names the application is called in the query
 */
export const isWithheld = (reader: SQL | string, name = '"candidate"'): SQL<boolean> => {
  const of = (column: string) => sql.raw(`${name}.${column}`)
  return sql<boolean>`(${withholdsAny(reader)} and exists (select 1 from ${secondOpinionPerson} withheld
    where withheld.withheld_from = ${reader} and withheld.account = ${of('account')}
      and withheld.job_id = ${of('job_id')} and withheld.application_id = ${of('application_id')}))`
}

/** The second opinion for which the decision about a row of `candidate` is withheld from a reader; null for none. */
export const withheldFor = (reader: SQL | string): SQL<string | null> =>
  sql<string | null>`(select case when ${withholdsAny(reader)} then (
    select withheld.opinion_id from ${secondOpinionPerson} withheld where withheld.withheld_from = ${reader}
      and withheld.account = "candidate".account and withheld.job_id = "candidate".job_id
      and withheld.application_id = "candidate".application_id) end)`

/** Whether decisions about anybody of a row of `job` are withheld from a reader. */
export const withholdsIn = (reader: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from ${secondOpinionPerson} withheld where withheld.withheld_from = ${reader}
    and withheld.account = ${job.account} and withheld.job_id = ${job.jobId})`

/** About how many people of a job decisions are withheld from a reader. */
export const countWithheld = (db: Db, { account, jobId, reader }: ReaderKey): Promise<number> =>
  db.$count(
    secondOpinionPerson,
    and(
      eq(secondOpinionPerson.withheldFrom, reader),
      eq(secondOpinionPerson.account, account),
      eq(secondOpinionPerson.jobId, jobId),
    ),
  )

/** Those of these applications about whom decisions are withheld from a reader. */
export async function listWithheld(
  db: Db,
  { account, jobId, reader }: ReaderKey,
  applicationIds: readonly string[],
): Promise<Set<string>> {
  const { withheldFrom, applicationId } = secondOpinionPerson
  const rows = await db
    .select({ id: applicationId })
    .from(secondOpinionPerson)
    .where(
      and(
        eq(withheldFrom, reader),
        eq(secondOpinionPerson.account, account),
        eq(secondOpinionPerson.jobId, jobId),
        sql`${applicationId} = any(${textArray(applicationIds)})`,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
