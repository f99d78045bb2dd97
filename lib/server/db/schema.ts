import { sql, type SQLWrapper } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { textC, time } from './columns'
import { searchedColumns } from './searched-columns'
import { bigintShape, integerShape, smallintShape, type SortShape, sortKey, textShape } from './sort-key'

/** A job of one account, and how far its list is known. */
export const job = pgTable(
  'job',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    label: text('label'),
    total: integer('total'),
    stored: integer('stored').notNull().default(0),
    frontier: integer('frontier').notNull().default(0),
    ended: boolean('ended').notNull().default(false),
    fetched: boolean('fetched').notNull().default(false),
    gone: integer('gone').notNull().default(0),
    /** Counts what guests said of its people: a page is made anew when it has moved. */
    responses: integer('responses').notNull().default(0),
    /** JSON text of the passes over the list; null for a list that none was kept of. */
    drift: text('drift'),
    /** Counts the answers taken in: what was learned by one carries its number. */
    revision: integer('edition').notNull().default(0),
    fetchedAt: time('fetched_at'),
    /** First month of the earliest career, months since year 0. */
    careerFrom: integer('career_from'),
    /** Somebody stored has a day on which they applied; somebody has an education. */
    hasApplied: boolean('has_applied').notNull().default(false),
    hasEducation: boolean('has_education').notNull().default(false),
    /** The team set criteria for it. */
    hasCriteria: boolean('has_criteria').notNull().default(false),
    /** What filters by criteria can name; null where the criteria are older than this column. */
    criteriaNames: text('criteria_names').array(),
    /** The application up to which the criteria as they stand are worked out, by its id; null once all are. */
    criteriaAfter: textC('criteria_after'),
    createdAt: time('created_at').notNull().defaultNow(),
    lastUsedAt: time('last_used_at').notNull().defaultNow(),
    /** Why it is kept beyond the time that unused jobs are; null where it is not. */
    keepReason: text('keep_reason'),
    keptBy: text('kept_by'),
    keptAt: time('kept_at'),
    /** Whose rule says how long it is kept when unused (`domain/retention-presets.ts`); null for RETENTION_DAYS. */
    retentionPreset: text('retention_preset'),
    /** Not deleted for being unused before this: a shorter time was chosen, which is announced first. */
    retentionFrom: time('retention_from'),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId] }),
    index('job_last_used').on(table.account, table.lastUsedAt.desc()),
  ],
)

/** A row we paid for: as it came (`raw`), as it is shown (`person`, JSON text), and as it is searched and sorted. */
export const candidate = pgTable(
  'candidate',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    applicationId: textC('application_id').notNull(),
    position: integer('position').notNull(),
    raw: text('raw').notNull(),
    person: text('person').notNull(),
    unreadable: boolean('unreadable').notNull(),
    publicIdentifier: textC('public_identifier'),
    rating: textC('rating'),
    ...searchedColumns(),
    appliedMs: bigint('applied_ms', { mode: 'number' }),
    /** Titles of jobs that have not ended. */
    nowTitles: text('now_titles').array().notNull().default([]),
    nowTitleFolded: text('now_title_folded').array().notNull().default([]),
    /** Months in the current job: the fewest and the most that its dates allow. */
    tenure: integer('tenure'),
    tenureMax: integer('tenure_max'),
    /** Short hashes of what is compared across people: their long texts, and their career. */
    consistencyKeys: text('consistency_keys').array().notNull().default([]),
    firstSeenAt: time('first_seen_at').notNull(),
    firstSeenMs: bigint('first_seen_ms', { mode: 'number' }).notNull(),
    lastSeenAt: time('last_seen_at').notNull(),
    goneAt: time('gone_at'),
    /** The last pass over the list in which they were seen. */
    pass: integer('pass').notNull().default(1),
    /** The revision that brought them as newcomers, and the last one with news of them; 0 for none. */
    newIn: integer('new_in').notNull().default(0),
    newsIn: integer('news_in').notNull().default(0),
    fetchId: text('fetch_id').notNull(),
    /** They asked to be forgotten: a row that says that somebody applied, and nothing of them. */
    erased: boolean('erased').notNull().default(false),
    /** The adapter whose reader reads `raw`, and the reader's version that read `person` from it. */
    reader: textC('reader').notNull().default('recruiter-v2'),
    readerVersion: smallint('reader_version').notNull().default(0),
    /** First month, since year 0, in which another reading would give other lengths; null for never. */
    rereadFrom: integer('reread_from'),
    /** By which version of the rules the columns that are read from `person` were. */
    derived: smallint('derived').notNull().default(0),
  },
  (table) => {
    const { account, jobId, position, applicationId, ratingRank, months, firstSeenMs, nameFolded } = table
    // One for each order a page can be read in, ending in the same unique tie-breaker.
    const ordered = (name: string, column: SQLWrapper, shape: SortShape) =>
      [false, true].map((descending) =>
        index(`candidate_by_${name}${descending ? '_desc' : ''}`).on(
          account,
          jobId,
          sortKey(column, shape, descending),
          position,
          applicationId,
        ),
      )
    return [
      primaryKey({ columns: [account, jobId, applicationId] }),
      index('candidate_by_position').on(account, jobId, position, applicationId),
      ...ordered('rating', ratingRank, smallintShape),
      ...ordered('years', months, { ...integerShape, optional: true }),
      ...ordered('seen', firstSeenMs, bigintShape),
      ...ordered('applied', table.appliedMs, { ...bigintShape, optional: true }),
      ...ordered('name', nameFolded, textShape),
      // What a facet of few values counts is read from here alone, a fiftieth of the rows themselves.
      index('candidate_counted').on(
        account,
        jobId,
        ratingRank,
        table.isTopChoice,
        months,
        table.monthsMax,
        firstSeenMs,
        table.tenure,
        table.tenureMax,
        table.countryFolded,
      ),
      index('candidate_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
      index('candidate_company').using('gin', table.companyFolded),
      index('candidate_place').using('gin', table.placeFolded),
      index('candidate_now').using('gin', table.nowFolded),
      index('candidate_role').using('gin', table.nowTitleFolded),
      index('candidate_title').using('gin', table.titleWords),
      index('candidate_school').using('gin', table.schoolFolded),
      index('candidate_degree').using('gin', table.degreeFolded),
      index('candidate_consistency').using('gin', table.consistencyKeys),
      index('candidate_derived').on(table.derived),
      index('candidate_reader').on(table.reader, table.readerVersion),
      index('candidate_reread')
        .on(table.rereadFrom)
        .where(sql`${table.rereadFrom} is not null`),
      index('candidate_person').on(account, table.publicIdentifier),
      // Everyone stored, across jobs, newest first.
      index('candidate_recent').on(firstSeenMs, account, jobId, applicationId),
      index('candidate_news')
        .on(account, jobId, table.newsIn)
        .where(sql`${table.newsIn} > 0`),
    ]
  },
)

/** What is kept of a job that was deleted: counts of its decisions, rounded, that lead to nobody. */
export const jobStatistic = pgTable(
  'job_statistic',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    deletedAt: time('deleted_at').notNull().defaultNow(),
    /** JSON text of `FairnessFacts`. */
    facts: text('facts').notNull(),
  },
  (table) => [index('job_statistic_of').on(table.account, table.jobId, table.id)],
)

/** Rows that go with the row of the candidate they are about. */
export const aboutCandidate = (
  name: string,
  { account, jobId, applicationId }: Record<'account' | 'jobId' | 'applicationId', AnyPgColumn>,
) =>
  foreignKey({
    name,
    columns: [account, jobId, applicationId],
    foreignColumns: [candidate.account, candidate.jobId, candidate.applicationId],
  }).onDelete('cascade')

export const candidateChange = pgTable(
  'candidate_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    applicationId: textC('application_id').notNull(),
    kind: text('kind').notNull(),
    from: text('from'),
    to: text('to'),
    at: time('at').notNull(),
    fetchId: text('fetch_id').notNull(),
  },
  (table) => [
    index('candidate_change_of').on(table.account, table.jobId, table.applicationId, table.id),
    aboutCandidate('candidate_change_candidate', table),
  ],
)

/** What a reader has seen of a job: everything up to a revision, and the rows of `visit_seen` up to theirs. */
export const visit = pgTable(
  'visit',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    reader: textC('reader').notNull(),
    base: integer('base').notNull(),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.jobId, table.reader] })],
)

export const visitSeen = pgTable(
  'visit_seen',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    reader: textC('reader').notNull(),
    applicationId: textC('application_id').notNull(),
    /** Up to which revision their news was seen. */
    revision: integer('edition').notNull(),
    /** Up to which it was on the screen in this visit: it stays news until the next one. */
    looked: integer('looked').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.reader, table.applicationId] }),
    index('visit_seen_of').on(table.account, table.jobId, table.applicationId),
    aboutCandidate('visit_seen_candidate', table),
  ],
)
