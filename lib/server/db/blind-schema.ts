import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { blindUntil } from '../../contracts/blind-words'
import { applicationKey, belongsToJob } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'
import { searchedColumns } from './searched-columns'

/** Who reads a job without names. The row goes when the review ends; the audit log keeps that it was. */
export const blindReview = pgTable(
  'blind_review',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    /** A member; empty for everyone. */
    reader: textC('reader').notNull(),
    /** What ends it for one applicant. */
    until: text('until', { enum: blindUntil }).notNull(),
    /** Years of education are hidden as well. */
    hidesYears: boolean('hides_years').notNull(),
    /** Version of the list, and of how it is redacted, for which `blind_candidate` has everyone; null for none. */
    readyFor: text('ready_for'),
    startedAt: time('started_at').notNull(),
    startedBy: textC('started_by').notNull(),
    startedByName: text('started_by_name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.reader] }),
    belongsToJob('blind_review_job', table),
  ],
)

/** Whose name a reader asked for. */
export const blindReveal = pgTable(
  'blind_reveal',
  {
    ...applicationKey(),
    reader: textC('reader').notNull(),
    readerName: text('reader_name').notNull(),
    at: time('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.reader] }),
    aboutCandidate('blind_reveal_candidate', table),
  ],
)

/** An applicant as blind readers get them: redacted, and what they are searched, filtered and sorted by, read from that alone. */
export const blindCandidate = pgTable(
  'blind_candidate',
  {
    ...applicationKey(),
    hidesYears: boolean('hides_years').notNull(),
    pseudonym: textC('pseudonym').notNull(),
    /** A hash of the person it was made of, and the version of what made it. */
    madeOf: textC('made_of').notNull(),
    /** JSON text of the redacted person. */
    person: text('person').notNull(),
    ...searchedColumns(),
    nowTitles: text('now_titles').array().notNull(),
    nowTitleFolded: text('now_title_folded').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.hidesYears] }),
    index('blind_candidate_name').on(table.account, table.jobId, table.pseudonym),
    aboutCandidate('blind_candidate_candidate', table),
  ],
)
