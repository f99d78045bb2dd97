import { bigint, bigserial, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { decisions } from '../../contracts/decision-words'
import { applicationKey, belongsToJob, onePerApplicant, saidBy } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'

/** Why the team decides: its own list. One that was removed stays, retired, for the decisions that name it. */
export const decisionReason = pgTable('decision_reason', {
  id: textC('id').primaryKey(),
  label: text('label').notNull(),
  /** The label as filters compare it. */
  folded: textC('folded').notNull(),
  definition: text('definition').notNull().default(''),
  /** For which decision it is offered; null for any. */
  decision: text('decision', { enum: decisions }),
  position: integer('position').notNull().default(0),
  retiredAt: time('retired_at'),
})

/** One press: a decision about one person or many, or the undoing of one. */
export const decisionStep = pgTable(
  'decision_step',
  {
    id: textC('id').primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    kind: text('kind', { enum: ['one', 'many', 'undo'] }).notNull(),
    /** The query string of the view, with its order, in which it was decided. */
    view: text('view').notNull().default(''),
    /** Where on screen: the list, the panel, triage, a comparison. */
    via: text('via'),
    /** Version of the job's criteria in force; null where it has none. */
    criteria: integer('criteria'),
    by: textC('by').notNull(),
    byName: text('by_name').notNull(),
    at: time('at').notNull().defaultNow(),
    /** How many people it decided about: more than it has changes where somebody was erased since. */
    people: integer('people').notNull().default(1),
    /** The step that this one undoes, and the one that undid it. */
    undoes: textC('undoes'),
    undoneBy: textC('undone_by'),
  },
  (table) => [
    index('decision_step_of').on(table.account, table.jobId, table.at),
    belongsToJob('decision_step_job', table),
  ],
)

/** What the team decided about somebody, as it stands. No row: nothing. */
export const decision = onePerApplicant(
  'decision',
  {
    decision: text('decision', { enum: decisions }).notNull(),
    reasonId: textC('reason_id').references(() => decisionReason.id),
    comment: text('comment'),
    ...saidBy(),
    /** The step that made it. */
    stepId: textC('step_id').notNull(),
    /** Whoever decided had opened the person before. */
    opened: boolean('opened').notNull(),
  },
  (table) => [index('decision_of').on(table.account, table.jobId, table.decision)],
)

/** Every decision there was, and under which circumstances it was made. Code only adds to it. */
export const decisionChange = pgTable(
  'decision_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    ...applicationKey(),
    stepId: textC('step_id')
      .notNull()
      .references(() => decisionStep.id, { onDelete: 'cascade' }),
    from: text('from', { enum: decisions }),
    fromReasonId: textC('from_reason_id'),
    fromComment: text('from_comment'),
    /** Whose decision it was before, and the step that had made it. */
    fromBy: textC('from_by'),
    fromByName: text('from_by_name'),
    fromAt: time('from_at'),
    fromStepId: textC('from_step_id'),
    fromOpened: boolean('from_opened'),
    /** The change whose outcome stood before; 0 for none. */
    fromState: bigint('from_state', { mode: 'number' }).notNull().default(0),
    /** Of an undo: the change whose outcome it restored, 0 for none. Null: the outcome is its own. */
    state: bigint('state', { mode: 'number' }),
    to: text('to', { enum: decisions }),
    toReasonId: textC('to_reason_id'),
    toComment: text('to_comment'),
    /** Whoever decided had opened the person before, and for how long their record was on screen by then. */
    opened: boolean('opened').notNull(),
    shownMs: bigint('shown_ms', { mode: 'number' }),
  },
  (table) => [
    index('decision_change_of').on(table.account, table.jobId, table.applicationId, table.id),
    index('decision_change_step').on(table.stepId),
    aboutCandidate('decision_change_candidate', table),
  ],
)

/** What somebody who may not decide would decide. */
export const suggestion = pgTable(
  'suggestion',
  {
    ...applicationKey(),
    userId: textC('user_id').notNull(),
    userName: text('user_name').notNull(),
    decision: text('decision', { enum: decisions }).notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.userId] }),
    aboutCandidate('suggestion_candidate', table),
  ],
)

/** Who opened whom, and for how long their record was on screen. */
export const opening = pgTable(
  'opening',
  {
    ...applicationKey(),
    userId: textC('user_id').notNull(),
    userName: text('user_name').notNull(),
    firstAt: time('first_at').notNull().defaultNow(),
    lastAt: time('last_at').notNull().defaultNow(),
    shownMs: bigint('shown_ms', { mode: 'number' }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.userId] }),
    aboutCandidate('opening_candidate', table),
  ],
)

/** Who has somebody before them in triage, until when. */
export const claim = onePerApplicant(
  'claim',
  {
    userId: textC('user_id').notNull(),
    userName: text('user_name').notNull(),
    /** Tells two tabs of one person apart. */
    holder: textC('holder').notNull(),
    until: time('until').notNull(),
  },
  (table) => [index('claim_by').on(table.account, table.jobId, table.userId)],
)
