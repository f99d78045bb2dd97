import 'server-only'
import type { Context, JobKey } from '@/lib/server/auth/context'
import { touchMarks } from '@/lib/server/candidates/store/job-events'
import { listOtherApplications } from './store/other-applications'

/**
 * Makes out of date what the rows of other jobs say of these people, and tells those who look there. After the decision is
 * committed, and one job after the other: two decisions would otherwise wait for each other's jobs.
 * @param by the member who decided
 */
export async function announceElsewhere(
  { db }: Context,
  key: JobKey,
  applicationIds: readonly string[],
  by: string,
): Promise<void> {
  const { account } = key
  for (const { jobId, ids } of await listOtherApplications(db, key, applicationIds)) {
    const change = { what: 'elsewhere', applicationIds: ids, by }
    await db.transaction((tx) => touchMarks(tx, { account, jobId }, change))
  }
}
