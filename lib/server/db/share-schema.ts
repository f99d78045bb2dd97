import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { textC, time } from './columns'
import { aboutCandidate } from './schema'
import { searchedColumns } from './searched-columns'

/** What somebody without an account may see: people of one job, through a link whose token only they have. */
export const shareLink = pgTable(
  'share_link',
  {
    id: textC('id').primaryKey(),
    /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
    tokenHash: textC('token_hash').notNull().unique(),
    /** Keys the names by which people go in this link. */
    secret: text('secret').notNull(),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    /** frozen: the rows of `share_person`, as they were. live: whoever is in the view now. */
    kind: text('kind', { enum: ['frozen', 'live'] }).notNull(),
    title: text('title').notNull(),
    /** The query string of the view. */
    view: text('view').notNull(),
    /** JSON text: which fields are shown. */
    fields: text('fields').notNull(),
    mayRespond: boolean('may_respond').notNull(),
    passcodeHash: text('passcode_hash'),
    createdBy: textC('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
    opened: integer('opened').notNull().default(0),
    lastOpenedAt: time('last_opened_at'),
    /** Version of the list, and of how it is redacted, for which `guest_candidate` has everyone of it; null for none. */
    readyFor: text('ready_for'),
    /** Who it is for, what its maker asks of them, and by which day they should answer; all of it may be left out. */
    addressee: text('addressee'),
    message: text('message'),
    dueOn: date('due_on', { mode: 'string' }),
    /** When a guest said that they are done, and what they go by. */
    doneAt: time('done_at'),
    doneBy: text('done_by'),
  },
  (table) => [index('share_link_job').on(table.account, table.jobId)],
)

/** The people of a frozen link, as they were when it was made. */
export const sharePerson = pgTable(
  'share_person',
  {
    linkId: textC('link_id')
      .notNull()
      .references(() => shareLink.id, { onDelete: 'cascade' }),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    applicationId: textC('application_id').notNull(),
    position: integer('position').notNull(),
    /** JSON text of the person. */
    person: text('person'),
  },
  (table) => [
    primaryKey({ columns: [table.linkId, table.applicationId] }),
    index('share_person_of').on(table.account, table.jobId, table.applicationId),
    aboutCandidate('share_person_candidate', table),
  ],
)

/**
 * The people of a link as its guests are shown them: redacted, and what they are searched, filtered and sorted by, read
 * from that alone. Made when a guest comes, deleted when the link closes.
 */
export const guestCandidate = pgTable(
  'guest_candidate',
  {
    linkId: textC('link_id')
      .notNull()
      .references(() => shareLink.id, { onDelete: 'cascade' }),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    applicationId: textC('application_id').notNull(),
    ref: textC('ref').notNull(),
    /** What they are called where names are hidden. */
    pseudonym: textC('pseudonym'),
    /** Their place in the link's own order. */
    position: integer('position').notNull(),
    /** A hash of the person it was made of, and the version of what made it. */
    madeOf: textC('made_of').notNull(),
    /** JSON text of the redacted person. */
    person: text('person').notNull(),
    /** First month of their career, months since year 0. */
    careerFrom: integer('career_from'),
    ...searchedColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.linkId, table.applicationId] }),
    uniqueIndex('guest_candidate_ref').on(table.linkId, table.ref),
    index('guest_candidate_by_position').on(table.linkId, table.position, table.ref),
    index('guest_candidate_career').on(table.linkId, table.careerFrom),
    index('guest_candidate_of').on(table.account, table.jobId, table.applicationId),
    aboutCandidate('guest_candidate_candidate', table),
  ],
)

/** What a guest said of somebody; the last word of each guest on each person. */
export const shareResponse = pgTable(
  'share_response',
  {
    id: textC('id').primaryKey(),
    linkId: textC('link_id')
      .notNull()
      .references(() => shareLink.id, { onDelete: 'cascade' }),
    account: textC('account').notNull(),
    jobId: textC('job_id').notNull(),
    applicationId: textC('application_id').notNull(),
    /** Which browser: a hash of its cookie. */
    guest: textC('guest').notNull(),
    guestName: text('guest_name').notNull(),
    vote: text('vote', { enum: ['yes', 'maybe', 'no'] }),
    comment: text('comment'),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [
    index('share_response_of').on(table.account, table.jobId, table.applicationId),
    index('share_response_by').on(table.linkId, table.guest, table.applicationId),
    aboutCandidate('share_response_candidate', table),
  ],
)

/**
 * People who were erased: a later fetch that brings them stores an empty row in their place. Hashes are keyed with the
 * store's own salt, so that the table names nobody.
 */
export const erasedPerson = pgTable('erased_person', {
  /** HMAC-SHA-256 of what kind of identifier it is, and of the identifier. */
  hash: textC('hash').primaryKey(),
  erasedAt: time('erased_at').notNull().defaultNow(),
})

/** Values that every instance on this store shares, made once. */
export const storeSecret = pgTable('store_secret', {
  name: textC('name').primaryKey(),
  value: text('value').notNull(),
})
