import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { applicationKey } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'

/** That an applicant was told what is kept of them, by whom and when. */
export const applicantNotice = pgTable(
  'applicant_notice',
  {
    ...applicationKey(),
    by: textC('by').notNull(),
    byName: textC('by_name').notNull(),
    at: time('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId] }),
    index('applicant_notice_of').on(table.account, table.jobId, table.at),
    aboutCandidate('applicant_notice_candidate', table),
  ],
)
