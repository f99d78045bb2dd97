import { index } from 'drizzle-orm/pg-core'
import { onePerApplicant, saidBy } from './about-application'
import { textC } from './columns'

/** That an applicant was told what is kept of them, by whom and when. */
export const applicantNotice = onePerApplicant(
  'applicant_notice',
  // Lists of who informed people are sorted by the name.
  { ...saidBy(), byName: textC('by_name').notNull() },
  (table) => [index('applicant_notice_of').on(table.account, table.jobId, table.at)],
)
