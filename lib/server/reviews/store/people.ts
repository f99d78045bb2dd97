import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { ofJob } from '@/lib/server/candidates/store/candidates'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import type { PersonKey } from '@/lib/server/db/about-application'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'

/** Which of these applications are stored and not erased. */
export async function readablePeople(db: Db, key: JobKey, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: candidate.applicationId })
    .from(candidate)
    .where(and(ofJob(key), inArray(candidate.applicationId, [...ids]), eq(candidate.erased, false)))
  return rows.map(({ id }) => id)
}

/** Whether somebody is stored; `erased` where that they applied is all that is left. */
export async function findPersonState(
  db: Db,
  { applicationId, ...key }: PersonKey,
): Promise<'stored' | 'erased' | 'missing'> {
  const [row] = await db
    .select({ erased: candidate.erased })
    .from(candidate)
    .where(and(ofJob(key), eq(candidate.applicationId, applicationId)))
  if (!row) return 'missing'
  return row.erased ? 'erased' : 'stored'
}
