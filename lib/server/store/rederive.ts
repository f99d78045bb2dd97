import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import { and, asc, lt, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { derive, derivedNames, derivedVersion } from './derived-columns'

const columns = derivedNames.map((name) => sql.identifier(candidate[name].name))

/**
 * Reads the columns of some rows of an older version anew from the person stored in them. Rows that another instance
 * has in hand are left to it.
 * @param limit rows at the most
 * @returns how many rows it found to do
 */
export async function rederiveSome(db: Db, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    const old = await tx
      .select({
        account: candidate.account,
        jobId: candidate.jobId,
        applicationId: candidate.applicationId,
        person: candidate.person,
      })
      .from(candidate)
      .where(and(lt(candidate.derived, derivedVersion)))
      .orderBy(asc(candidate.derived))
      .limit(limit)
      .for('update', { skipLocked: true })
    if (old.length === 0) return 0
    const rows = old.map(({ person, ...key }) => {
      const values = { ...key, ...derive(JSON.parse(person) as Person) }
      // By the names the columns have in the database: it reads the list as rows of the table itself.
      return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [candidate[name as keyof typeof values].name, value]),
      )
    })
    const set = sql.join(
      columns.map((column) => sql`${column} = newly.${column}`),
      sql`, `,
    )
    await tx.execute(sql`
      update ${candidate} set ${set}
      from json_populate_recordset(null::${candidate}, ${JSON.stringify(rows)}::json) as newly
      where ${candidate.account} = newly.account and ${candidate.jobId} = newly.job_id
        and ${candidate.applicationId} = newly.application_id`)
    return old.length
  })
}
