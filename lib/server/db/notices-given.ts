import 'server-only'
import { eq, type SQL } from 'drizzle-orm'
import { applicantNotice, noticeVersion } from './notice-schema'
import type { Db } from './open-database'

/** The notices sent to an applicant about what is stored on them: the time, the sender and the text. */
export async function noticesGiven(db: Db, of: SQL | undefined) {
  const { at, byName: by, versionId } = applicantNotice
  const rows = db.select({ at, by, text: noticeVersion.text }).from(applicantNotice)
  return { informed: await rows.leftJoin(noticeVersion, eq(noticeVersion.id, versionId)).where(of) }
}
