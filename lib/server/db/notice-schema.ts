import { bigint, bigserial, index, pgTable, text } from 'drizzle-orm/pg-core'
import { belongsToJob, onePerApplicant, saidBy } from './about-application'
import { textC } from './columns'

/** A text that applicants of a job were sent. It names none of them, and goes with the job. */
export const noticeVersion = pgTable(
  'notice_version',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    index('notice_version_of').on(table.account, table.jobId, table.id),
    belongsToJob('notice_version_job', table),
  ],
)

/** The notice sent to an applicant about what is stored on them: the sender, the time and the text. */
export const applicantNotice = onePerApplicant(
  'applicant_notice',
  {
    ...saidBy(),
    // Lists of who informed people are sorted by the name.
    byName: textC('by_name').notNull(),
    /** Null where it was recorded before texts were kept. */
    versionId: bigint('version_id', { mode: 'number' }).references(() => noticeVersion.id),
  },
  (table) => [index('applicant_notice_of').on(table.account, table.jobId, table.at)],
)
