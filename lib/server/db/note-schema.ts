import { sql } from 'drizzle-orm'
import { bigserial, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { applicationKey, belongsToJob, onePerApplicant, saidBy } from './about-application'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'

/** A note on somebody, in small Markdown. One that was deleted stays with its history. */
export const note = pgTable(
  'note',
  {
    id: textC('id').primaryKey(),
    ...applicationKey(),
    body: text('body').notNull(),
    by: textC('by').notNull(),
    byName: text('by_name').notNull(),
    /** The name as filters compare it. */
    byFolded: textC('by_folded').notNull(),
    at: time('at').notNull().defaultNow(),
    editedAt: time('edited_at'),
    deletedAt: time('deleted_at'),
  },
  (table) => [
    index('note_of').on(table.account, table.jobId, table.applicationId, table.at),
    aboutCandidate('note_candidate', table),
  ],
)

/** What a note said before it was edited or deleted. */
export const noteVersion = pgTable(
  'note_version',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    noteId: textC('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    ...saidBy(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [index('note_version_of').on(table.noteId, table.id)],
)

/** A word of the team's own that people can be marked with, in every job. */
export const tag = pgTable('tag', {
  id: textC('id').primaryKey(),
  name: text('name').notNull(),
  /** The name as it is compared: two tags of one name are one. */
  folded: textC('folded').notNull().unique(),
  colour: text('colour').notNull(),
  createdByName: text('created_by_name').notNull(),
  createdAt: time('created_at').notNull().defaultNow(),
})

/** Who is marked with it. */
export const candidateTag = pgTable(
  'candidate_tag',
  {
    ...applicationKey(),
    tagId: textC('tag_id')
      .notNull()
      .references(() => tag.id, { onDelete: 'cascade' }),
    byName: text('by_name').notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.jobId, table.applicationId, table.tagId] }),
    index('candidate_tag_of').on(table.tagId),
    aboutCandidate('candidate_tag_candidate', table),
  ],
)

/** What is to be done next about somebody. */
export const nextAction = onePerApplicant(
  'next_action',
  {
    text: text('text').notNull(),
    /** A day, `2026-04-01`. */
    dueOn: textC('due_on'),
    /** Whose it is. */
    userId: textC('user_id'),
    userName: text('user_name'),
    ...saidBy(),
  },
  (table) => [index('next_action_due').on(table.userId, table.dueOn)],
)

/** What waits for one member: a mention, something due, a second look that was asked for, an answered link. */
export const inboxItem = pgTable(
  'inbox_item',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    userId: textC('user_id').notNull(),
    kind: text('kind', { enum: ['mention', 'due', 'second_look', 'second_opinion', 'link_done'] }).notNull(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    /** Null for what is about the job. */
    applicationId: textC('application_id'),
    noteId: textC('note_id').references(() => note.id, { onDelete: 'cascade' }),
    byName: text('by_name').notNull(),
    /** A line of text; what a note says is read from the note. */
    text: text('text'),
    at: time('at').notNull().defaultNow(),
    readAt: time('read_at'),
    mailedAt: time('mailed_at'),
  },
  (table) => [
    index('inbox_item_of').on(table.userId, table.id.desc()),
    // What is due stands once in an inbox, however many read it at once.
    uniqueIndex('inbox_item_due')
      .on(table.userId, table.account, table.jobId, table.applicationId)
      .where(sql`${table.kind} = 'due'`),
    index('inbox_item_about').on(table.account, table.jobId, table.applicationId),
    belongsToJob('inbox_item_job', table),
    aboutCandidate('inbox_item_candidate', table),
  ],
)
