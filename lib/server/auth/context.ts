import 'server-only'
import type { JobRef } from '@/lib/url/paths'
import { AppError } from '@/lib/server/platform/app-error'
import type { Limits } from './limits'
import type { SignIn } from './sign-in'
import type { Database } from '@/lib/server/db/open-database'
import type { Account } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'
import type { Spool } from '@/lib/server/platform/spool'
import type { Provider } from '@/lib/server/providers/provider'
import type { Readers } from '@/lib/server/providers/readers'
import type { Actor } from '@/lib/server/platform/actor'

/** What every service works with; made once by the runtime, or by a test, and given an actor for each request. */
export type Context = {
  /** Who asks. */
  actor: Actor
  /** They are in a blind review of the job that is asked about: the store is as they may see it. */
  blind?: boolean
  db: Database['db']
  provider: Provider
  /** How stored rows are read, whichever adapter they were bought through. */
  readers: Readers
  log: Log
  accounts: readonly [Account, ...Account[]]
  /** How people get in. */
  signIn: SignIn
  limits: Limits
  /** How long an unused job is kept. */
  retentionDays: number
  /** No job is deleted for being unused before this: a shorter time is announced as well. */
  retentionFrom: Date
  /** Answers that are paid for and not yet stored. */
  spool: Spool
  creditsPerDay: number
  autoloadCredits: number
  /** How long a list's lease outlives a process that died; one that lives renews it four times in that time. */
  leaseMs: number
  /** Names this process in leases and in the ledger. */
  instance: string
  now: () => Date
  /** Aborted when the process is told to stop: what goes on page by page stops before its next page. */
  stopping: AbortSignal
  /** Keeps the process from stopping before this has ended. */
  track: <T>(work: Promise<T>) => Promise<T>
}

/** What services work with before anybody is known to ask: schedules, guests and sign-in. */
export type BaseContext = Omit<Context, 'actor'>

/** A job of one known account, as the store names it. */
export type JobKey = { account: string; jobId: string }

/**
 * The configured account of a label; the default one for null.
 * @throws AppError account_not_found
 */
export function findAccount(context: Context, label: string | null): Account {
  if (label === null) return context.accounts[0]
  const account = context.accounts.find((known) => known.label === label)
  if (!account) throw new AppError('account_not_found')
  return account
}

/** @throws AppError account_not_found */
export function toJobKey(context: Context, ref: JobRef): JobKey {
  return { account: findAccount(context, ref.account).label, jobId: ref.jobId }
}
