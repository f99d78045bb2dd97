import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { applicationKey, belongsToJob, onePerApplicant, saidBy } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'

/** Every version of a job's criteria. Code only adds to it. */
export const jobCriteria = pgTable(
  'job_criteria',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    version: integer('version').notNull(),
    /** JSON text. */
    criteria: text('criteria').notNull(),
    by: textC('by').notNull(),
    byName: text('by_name').notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.version] }),
    belongsToJob('job_criteria_job', table),
  ],
)

/** A person's word against what a criterion's rule found about somebody. */
export const criterionOverrule = pgTable(
  'criterion_overrule',
  {
    ...applicationKey(),
    criterionId: textC('criterion_id').notNull(),
    /** The criterion as it was named: an export says what was overruled. */
    criterionName: text('criterion_name').notNull(),
    met: boolean('met').notNull(),
    reason: text('reason').notNull(),
    ...saidBy(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.criterionId] }),
    aboutCandidate('criterion_overrule_candidate', table),
  ],
)

/**
 * Which criteria of a job somebody meets: what the rules found, and against it what people said. Computed by
 * `candidates/store/criteria-results.ts`, so that filters and counts need not read the people themselves.
 */
export const criteriaResult = onePerApplicant('criteria_result', {
  /** The ids of those met. */
  met: text('met').array().notNull(),
  /** Their names, as filters compare and as they show them. */
  mustFolded: text('must_folded').array().notNull(),
  mustNames: text('must_names').array().notNull(),
  niceFolded: text('nice_folded').array().notNull(),
  niceNames: text('nice_names').array().notNull(),
  /** What they do not meet, each with the “-” before it that stands for that in filters. */
  unmetFolded: text('unmet_folded').array().notNull().default([]),
  unmetNames: text('unmet_names').array().notNull().default([]),
  /** What a row of the list says: how many of each kind there are and are met, and the names of those met. JSON text. */
  counts: text('counts').notNull(),
})
