import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { textC, time } from './columns'

// The first five are better-auth's tables: names of columns in code are its field names.

/** Somebody who may sign in. Who left stays, disabled: their name is in the ledger and in the audit log. */
export const authUser = pgTable('auth_user', {
  id: textC('id').primaryKey(),
  name: text('name').notNull(),
  email: textC('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role', { enum: ['owner', 'recruiter', 'viewer'] })
    .notNull()
    .default('viewer'),
  disabledAt: time('disabled_at'),
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
})

export const authSession = pgTable(
  'auth_session',
  {
    id: textC('id').primaryKey(),
    token: textC('token').notNull().unique(),
    userId: textC('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [index('auth_session_user').on(table.userId)],
)

export const authAccount = pgTable(
  'auth_account',
  {
    id: textC('id').primaryKey(),
    accountId: textC('account_id').notNull(),
    providerId: textC('provider_id').notNull(),
    userId: textC('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [
    // One password and one subject of the identity provider for each person.
    uniqueIndex('auth_account_user_provider').on(table.userId, table.providerId),
    index('auth_account_of').on(table.providerId, table.accountId),
  ],
)

export const authVerification = pgTable(
  'auth_verification',
  {
    id: textC('id').primaryKey(),
    identifier: textC('identifier').notNull(),
    value: text('value').notNull(),
    /** The owner who made a link for somebody's new password; null for what people ask for themselves. */
    issuedBy: textC('issued_by'),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [index('auth_verification_of').on(table.identifier)],
)

export const authTwoFactor = pgTable(
  'auth_two_factor',
  {
    id: textC('id').primaryKey(),
    userId: textC('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    /** Both are encrypted with the secret of the installation. */
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: time('locked_until'),
  },
  (table) => [index('auth_two_factor_user').on(table.userId)],
)

/** The one row that says whether the first owner was made. */
export const setup = pgTable('setup', {
  id: smallint('id').primaryKey(),
  /** SHA-256 of the token that opens `/setup`; null when there is none. */
  tokenHash: text('token_hash'),
  claimedAt: time('claimed_at'),
})

/** A link that lets somebody in once. */
export const invitation = pgTable('invitation', {
  id: textC('id').primaryKey(),
  tokenHash: textC('token_hash').notNull().unique(),
  email: textC('email').notNull(),
  role: text('role', { enum: ['owner', 'recruiter', 'viewer'] }).notNull(),
  invitedBy: textC('invited_by').notNull(),
  createdAt: time('created_at').notNull().defaultNow(),
  expiresAt: time('expires_at').notNull(),
  acceptedAt: time('accepted_at'),
  revokedAt: time('revoked_at'),
})

/** The columns are those that rate-limiter-flexible asks for. */
export const rateLimit = pgTable('rate_limit', {
  key: textC('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})

/** What was done by whom. Code only adds to it. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: time('at').notNull().defaultNow(),
    action: textC('action').notNull(),
    /** Null where nobody was signed in. */
    actorId: textC('actor_id'),
    actorName: text('actor_name').notNull(),
    /** What it was done to: a job, a share link, a person who signs in. Never an applicant's data. */
    subject: text('subject'),
    /** JSON text of an object of short values. */
    detail: text('detail'),
    address: text('address'),
  },
  (table) => [
    index('audit_event_action').on(table.action, table.id.desc()),
    index('audit_event_actor').on(table.actorId, table.id.desc()),
  ],
)
