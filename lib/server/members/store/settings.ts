import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/lib/server/db/open-database'
import { preparedOnce } from '@/lib/server/db/prepared'
import { memberSetting } from '@/lib/server/db/team-schema'

const settingsOf = preparedOnce((db) =>
  db
    .select({ name: memberSetting.name, value: memberSetting.value })
    .from(memberSetting)
    .where(eq(memberSetting.userId, sql.placeholder('userId')))
    .prepare('member_settings'),
)

/** What a member chose, by name: JSON texts. */
export const listSettings = (db: Db, userId: string): Promise<{ name: string; value: string }[]> =>
  settingsOf(db).execute({ userId })

/** Stores one choice of a member. @param value JSON text */
export async function saveSetting(db: Db, userId: string, name: string, value: string): Promise<void> {
  await db
    .insert(memberSetting)
    .values({ userId, name, value })
    .onConflictDoUpdate({ target: [memberSetting.userId, memberSetting.name], set: { value } })
}
