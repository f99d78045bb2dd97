import 'server-only'
import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import type { searchedColumns } from '@/lib/server/db/searched-columns'
import { ofJob } from './candidates'
import { getJob } from './jobs'
import { type MarkColumns, markColumns } from './mark-columns'
import { hasNews, type ReaderKey } from './visits'

/** What filters, orders and facets read of a source. */
export type SourceColumns = Record<'position' | keyof ReturnType<typeof searchedColumns>, PgColumn> & {
  /** Tells rows apart, and ends every order. It stands in cursors, so its reader may know it. */
  id: PgColumn
  /** When somebody came and applied; a constant where readers are not told. */
  firstSeenMs: PgColumn | SQL<number>
  appliedMs: PgColumn | SQL<number | null>
  /** Of the current job. Guests do not filter by it, so their tables do not have it. */
  nowTitles: PgColumn | SQL
  nowTitleFolded: PgColumn | SQL
  tenure: PgColumn | SQL
  tenureMax: PgColumn | SQL
}

/** Where candidates are read from, so that one filter, order and count serves everyone who reads some. */
export type CandidateSource = {
  table: PgTable
  columns: SourceColumns
  /** Holds for every row of it, whatever the view. */
  where: SQL | undefined
  /** Holds for rows with news that the reader has not seen. */
  hasNews: SQL
  /** What the team did about a row; null where readers are not told. */
  marks: MarkColumns | null
  /** Decides the shuffled order; null where readers have none of their own. */
  shuffleSeed: number | null
  /** How many rows there are in all. */
  countAll: (db: Db) => Promise<number>
}

/** One number for each reader of a job, 48 bits: who reads with another sees an unrelated order. */
const toShuffleSeed = ({ account, jobId, reader }: ReaderKey): number =>
  createHash('sha256')
    .update(JSON.stringify([account, jobId, reader]))
    .digest()
    .readUIntBE(0, 6)

/** A job's stored applicants, as one member of the team reads them. */
export function teamSource(key: ReaderKey): CandidateSource {
  let marks: MarkColumns | null = null
  return {
    table: candidate,
    columns: { ...candidate, id: candidate.applicationId },
    where: ofJob(key),
    hasNews: hasNews(key),
    // Built when a view first asks for them: most views do not.
    get marks() {
      return (marks ??= markColumns(key))
    },
    shuffleSeed: toShuffleSeed(key),
    // Everyone stored is counted as they come in.
    countAll: async (db) => (await getJob(db, key))?.stored ?? 0,
  }
}
