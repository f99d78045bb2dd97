import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { decisionReason } from '@/lib/server/db/review-schema'
import { teamSetting } from '@/lib/server/db/team-schema'

export type ReasonRow = typeof decisionReason.$inferSelect

/** Every reason of the team, retired ones too, in the team's order. */
export const listReasons = (db: Db): Promise<ReasonRow[]> =>
  db.select().from(decisionReason).orderBy(asc(decisionReason.position), asc(decisionReason.id))

/** The team's setting: a rejection needs a reason. */
export const reasonNeeded = 'reason_needed'

/** Whether a rejection needs a reason. */
export async function isReasonNeeded(db: Db): Promise<boolean> {
  const [row] = await db.select().from(teamSetting).where(eq(teamSetting.name, reasonNeeded))
  return row?.value === 'true'
}
