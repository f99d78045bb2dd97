import 'server-only'
import { eq, type SQL } from 'drizzle-orm'
import { applicantNotice, noticeVersion } from './notice-schema'
import type { Db } from './open-database'

/** When an applicant was told what is kept of them, by whom, and the text that they were sent. */
export async function noticesGiven(db: Db, of: SQL | undefined) {
  const { at, byName: by, versionId } = applicantNotice
  const rows = db.select({ at, by, text: noticeVersion.text }).from(applicantNotice)
  return { informed: await rows.leftJoin(noticeVersion, eq(noticeVersion.id, versionId)).where(of) }
}
