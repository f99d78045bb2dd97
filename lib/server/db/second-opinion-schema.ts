import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { decisions } from '../../contracts/decision-words'
import { applicationKey, belongsToJob } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'

/** A member asked a colleague to decide about some people on their own. */
export const secondOpinion = pgTable(
  'second_opinion',
  {
    id: textC('id').primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    askerId: textC('asker_id').notNull(),
    askerName: text('asker_name').notNull(),
    colleagueId: textC('colleague_id').notNull(),
    colleagueName: text('colleague_name').notNull(),
    /** The query string of the view that the people matched; null where they were selected. */
    view: text('view'),
    note: text('note'),
    /** How many people it was about when it was asked: more than it has rows where somebody was erased since. */
    people: integer('people').notNull(),
    askedAt: time('asked_at').notNull(),
    closedAt: time('closed_at'),
  },
  (table) => [
    index('second_opinion_of').on(table.account, table.jobId, table.askedAt),
    belongsToJob('second_opinion_job', table),
  ],
)

/** Somebody whom a second opinion is about, and what the colleague chose: an opinion, no decision of the team. */
export const secondOpinionPerson = pgTable(
  'second_opinion_person',
  {
    ...applicationKey(),
    opinionId: textC('opinion_id')
      .notNull()
      .references(() => secondOpinion.id, { onDelete: 'cascade' }),
    /** Their place among the people it is about, from 0. */
    place: integer('place').notNull(),
    /** The colleague, for as long as the team's decision is withheld from them: open, and not chosen yet. */
    withheldFrom: textC('withheld_from'),
    decision: text('decision', { enum: decisions }),
    reason: text('reason'),
    decidedAt: time('decided_at'),
  },
  (table) => [
    primaryKey({
      name: 'second_opinion_person_key',
      columns: [table.account, table.jobId, table.applicationId, table.opinionId],
    }),
    index('second_opinion_person_in').on(table.opinionId, table.place),
    uniqueIndex('second_opinion_withheld')
      .on(table.withheldFrom, table.account, table.jobId, table.applicationId)
      .where(sql`${table.withheldFrom} is not null`),
    aboutCandidate('second_opinion_person_candidate', table),
  ],
)
