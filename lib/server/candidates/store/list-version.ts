import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { preparedOnce } from '@/lib/server/db/prepared'
import { claim } from '@/lib/server/db/review-schema'
import { job, visit } from '@/lib/server/db/schema'
import type { ReaderKey } from './visits'
import { withholdsIn } from './withheld'

// Opening a job changes nothing of what is on its pages; the others change what stands around the rows, never a row.
const { lastUsedAt: _used, ...columns } = getTableColumns(job)
const {
  label: _label,
  responses: _responses,
  criteriaAfter: _after,
  criteriaNames: _names,
  keepReason: _why,
  keptBy: _by,
  keptAt: _at,
  ...ofRows
} = columns

// Who has whom in triage. Claims run out by themselves, with nobody there to move the job's row.
const liveClaims = sql<
  string | null
>`(select sum(hashtext(c.application_id || ' ' || c.user_id))::text from ${claim} c
  where c.account = ${job.account} and c.job_id = ${job.jobId} and c.until > now())`

const versionQuery = preparedOnce((db) =>
  db
    .select({
      ...{ ...columns, base: visit.base, seenAt: sql<string>`${visit.at}::text`, claims: liveClaims },
      withheld: withholdsIn(sql`${sql.placeholder('reader')}`),
    })
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
    .prepare('list_version'),
)

// Short enough for a cursor, and for what is kept of thousands of pages.
const digest = (of: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(of ?? null))
    .digest('base64url')
    .slice(0, 16)

/** Texts that are others whenever what they stand for is. */
export type ListVersion = {
  /** The rows of the list, which are the same for every reader. */
  rows: string
  /** The rows, and what people did about them. */
  marked: string
  /** A page of it for one reader: with what people did about its rows, and what is known of the job. */
  page: string
  /** Decisions about people of the job are withheld from the reader, who reads what nobody else does. */
  withheld: boolean
}

/**
 * Every fetch moves the job's row in the transaction that changes applicants, whoever sees news moves the row of their
 * visit, and whatever people do about an applicant moves the job's too, but for claims, which are read by themselves.
 * Asked for with every page.
 */
export async function listVersion(db: Db, key: ReaderKey): Promise<ListVersion> {
  const [row] = await versionQuery(db).execute(key)
  const rows = row && Object.keys(ofRows).map((name) => row[name as keyof typeof ofRows])
  return {
    ...{ rows: digest(rows), marked: digest(row && [rows, row.responses]), page: digest(row) },
    withheld: row?.withheld ?? false,
  }
}
