import 'server-only'
import { aboutApplicant, type PersonKey, type PersonTable } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'

/** Writes the one row that a table has about an applicant, in place of an earlier one. @param values null deletes it */
export async function saveRow<Table extends PersonTable>(
  tx: Db,
  table: Table,
  key: PersonKey,
  values: Omit<Table['$inferInsert'], keyof PersonKey> | null,
): Promise<void> {
  if (values === null) {
    await tx.delete(table).where(aboutApplicant(table, key))
    return
  }
  const { account, jobId, applicationId } = key
  await tx
    .insert(table as PersonTable)
    .values({ ...values, account, jobId, applicationId })
    .onConflictDoUpdate({ target: [table.account, table.jobId, table.applicationId], set: values })
}
