import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { belongsToJob } from './about-application'
import { textC, time } from './columns'

/** What happened on a job, in order, for those who look at it: the outbox of the event stream. Kept for a day. */
export const jobEvent = pgTable(
  'job_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    kind: text('kind').notNull(),
    /** JSON text: ids and counts, nothing of a person. */
    data: text('data').notNull(),
    by: textC('by'),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    index('job_event_of').on(table.account, table.jobId, table.id),
    index('job_event_at').on(table.at),
    belongsToJob('job_event_job', table),
  ],
)

/** Who looks at a job, through which instance, as of its last heartbeat. */
export const jobPresence = pgTable(
  'job_presence',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    userId: textC('user_id').notNull(),
    userName: text('user_name').notNull(),
    instance: textC('instance').notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.userId, table.instance] }),
    index('job_presence_at').on(table.at),
    belongsToJob('job_presence_job', table),
  ],
)

/** A named view: its address, and who it is for. */
export const savedView = pgTable(
  'saved_view',
  {
    id: textC('id').primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    name: text('name').notNull(),
    /** The query string, as it was saved. */
    query: text('query').notNull(),
    ownerId: textC('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    /** Everyone has it; else its owner alone. */
    team: boolean('team').notNull().default(false),
    /** Opens for whoever has no default of their own. */
    teamDefault: boolean('team_default').notNull().default(false),
    position: integer('position').notNull().default(0),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('saved_view_of').on(table.account, table.jobId),
    uniqueIndex('saved_view_team_default')
      .on(table.account, table.jobId)
      .where(sql`${table.teamDefault}`),
    belongsToJob('saved_view_job', table),
  ],
)

/** What a member chose for themselves, by name: JSON text. */
export const memberSetting = pgTable(
  'member_setting',
  {
    userId: textC('user_id').notNull(),
    name: textC('name').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.name] })],
)

/** What the team chose for everyone, by name: JSON text. */
export const teamSetting = pgTable('team_setting', {
  name: textC('name').primaryKey(),
  value: text('value').notNull(),
})
