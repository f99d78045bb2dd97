import 'server-only'
import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { job, visit } from '@/lib/server/db/schema'
import type { ReaderKey } from './visits'

// Opening a job changes nothing of what is on its pages.
const { lastUsedAt: _used, ...columns } = getTableColumns(job)

const prepareVersion = (db: Db) =>
  db
    .select({ ...columns, base: visit.base, seenAt: sql<string>`${visit.at}::text` })
    .from(job)
    .leftJoin(
      visit,
      and(
        eq(visit.account, job.account),
        eq(visit.jobId, job.jobId),
        eq(visit.reader, sql.placeholder('reader')),
      ),
    )
    .where(and(eq(job.account, sql.placeholder('account')), eq(job.jobId, sql.placeholder('jobId'))))
    .prepare('list_version')
const prepared = new WeakMap<Db, ReturnType<typeof prepareVersion>>()

/**
 * A text that is another one whenever a page of the job would be: every fetch moves the job's row in the transaction
 * that changes applicants, and whoever sees news moves the row of their visit. Asked for with every page, so its query
 * is planned once in each connection.
 */
export async function listVersion(db: Db, key: ReaderKey): Promise<string> {
  const query = prepared.get(db) ?? prepareVersion(db)
  prepared.set(db, query)
  return JSON.stringify(await query.execute(key))
}
