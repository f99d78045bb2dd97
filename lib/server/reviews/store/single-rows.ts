import 'server-only'
import { aboutApplicant, type PersonKey, type PersonTable } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'

/** Writes the one row that a table has about an applicant, in place of an earlier one. */
export async function putRow<Table extends PersonTable>(
  tx: Db,
  table: Table,
  row: PersonKey & Table['$inferInsert'],
): Promise<void> {
  const { account: _account, jobId: _jobId, applicationId: _applicationId, ...set } = row
  const target = [table.account, table.jobId, table.applicationId]
  await tx
    .insert(table as PersonTable)
    .values(row)
    .onConflictDoUpdate({ target, set })
}

/** Deletes it. */
export async function removeRow(tx: Db, table: PersonTable, key: PersonKey): Promise<void> {
  await tx.delete(table).where(aboutApplicant(table, key))
}
