import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { textC, time } from './columns'

/** The ledger: every call that could cost, before it is made. */
export const fetch = pgTable(
  'fetch',
  {
    id: textC('id').primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    /** The fetch of many pages that it is one of. */
    runId: textC('run_id'),
    kind: text('kind').notNull(),
    /** Scrolling asked for it, not a press. */
    automatic: boolean('automatic').notNull().default(false),
    offset: integer('offset').notNull(),
    count: integer('count').notNull(),
    quoted: integer('quoted').notNull(),
    consumed: integer('consumed'),
    /** A price that cannot be believed, as the provider wrote it. */
    stated: text('stated'),
    state: text('state', { enum: ['reserved', 'settled', 'released', 'unknown'] }).notNull(),
    code: text('code'),
    who: text('who').notNull(),
    /** The visit, a browser tab's session, that asked for it; null for a caller without one. */
    visit: textC('visit'),
    instance: text('instance').notNull(),
    /** JSON text of what was answered, to be given again. */
    answer: text('answer'),
    /** The UTC day whose limit it counts towards. */
    day: date('day', { mode: 'string' }).notNull(),
    startedAt: time('started_at').notNull(),
    durationMs: integer('duration_ms'),
  },
  (table) => [
    index('fetch_by_time').on(table.startedAt.desc(), table.id.desc()),
    index('fetch_by_day').on(table.day),
    index('fetch_by_job').on(table.account, table.jobId),
    index('fetch_by_run').on(table.runId),
    index('fetch_by_visit')
      .on(table.visit)
      .where(sql`${table.visit} is not null`),
    index('fetch_reserved')
      .on(table.state)
      .where(sql`${table.state} = 'reserved'`),
  ],
)

/** A fetch of many pages, each an entry of the ledger: how far it came, and what was answered in the end. */
export const fetchRun = pgTable(
  'fetch_run',
  {
    id: textC('id').primaryKey(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    kind: text('kind').notNull(),
    state: text('state', { enum: ['running', 'ended'] }).notNull(),
    cancelled: boolean('cancelled').notNull().default(false),
    /** JSON text, as told to whoever follows. */
    progress: text('progress').notNull(),
    /** JSON text; null while it runs, and for one whose process was killed. */
    answer: text('answer'),
    startedAt: time('started_at').notNull().defaultNow(),
    endedAt: time('ended_at'),
  },
  (table) => [
    index('fetch_run_running')
      .on(table.state)
      .where(sql`${table.state} = 'running'`),
  ],
)

/** The keys under which a fetch may be asked for again. */
export const fetchKey = pgTable(
  'fetch_key',
  {
    key: textC('key').primaryKey(),
    requestHash: text('request_hash').notNull(),
    fetchId: textC('fetch_id').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [index('fetch_key_age').on(table.createdAt)],
)

/** One row a day, locked while its limit is looked at. */
export const spendDay = pgTable('spend_day', { day: date('day', { mode: 'string' }).primaryKey() })

/** Who may fetch a list now. */
export const lease = pgTable(
  'lease',
  {
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    holder: text('holder').notNull(),
    fetchId: textC('fetch_id').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.jobId] })],
)
