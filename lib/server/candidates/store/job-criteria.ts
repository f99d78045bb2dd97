import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { type Criterion, criterion } from '@/lib/contracts/criteria'
import { jobCriteria } from '@/lib/server/db/criteria-schema'
import type { Db } from '@/lib/server/db/open-database'
import type { JobKey } from './jobs'
import { parseStored } from './stored-person'

const list = z.array(criterion)
type Row = typeof jobCriteria.$inferSelect
export type CriteriaVersion = Pick<Row, 'version' | 'by' | 'byName' | 'at'> & { criteria: Criterion[] }

/** Stored criteria. @throws StoredDataError */
export const parseCriteria = (text: string): Criterion[] => parseStored(list, text, 'criteria')

/** The criteria of a job as they stand; null where it never had any. */
export async function getCriteria(db: Db, { account, jobId }: JobKey): Promise<CriteriaVersion | null> {
  const [row] = await db
    .select()
    .from(jobCriteria)
    .where(and(eq(jobCriteria.account, account), eq(jobCriteria.jobId, jobId)))
    .orderBy(desc(jobCriteria.version))
    .limit(1)
  return row ? { ...row, criteria: parseCriteria(row.criteria) } : null
}
