import type { Context } from '@/lib/server/auth/context'
import type { Database } from '@/lib/server/db/open-database'
import { contextOf, type Settings } from './context-of'
import { jobOfSize } from './test-context'

/** The job that nobody uses, as an address and as the store name it. */
export const job = { jobId: jobOfSize(12), account: null }
export const key = { account: 'main', jobId: job.jobId }
/** The signal of a purge that is not stopped. */
export const never = new AbortController().signal
export const dayMs = 86_400_000
const reach = { url: 'http://provider.test', apiKey: 'none', accounts: [{ label: 'main', id: 'm' }] } as const

/** The same desk so many days on. */
export const later = (context: Context, days: number): Context => ({
  ...context,
  now: () => new Date(Date.now() + days * dayMs),
})

/** A store whose jobs grow old, and what it tells of them. */
export function unusedJobs(store: { readonly database: Database }) {
  const offline = (settings?: Settings): Context =>
    contextOf(store.database, { ...reach, accounts: [...reach.accounts] }, settings)
  /** Lets so many days pass for every job: what is deleted goes by the database's clock. */
  const age = (days: number) =>
    store.database.pool.query(`update job set last_used_at = last_used_at - $1 * interval '1 day'`, [days])
  const query = async <T>(text: string) => (await store.database.pool.query(text)).rows as T[]
  const events = () =>
    query<{ action: string; subject: string; actor_name: string; detail: string }>(
      `select action, subject, actor_name, detail from audit_event where action like 'job.%' order by id`,
    )
  return { offline, age, query, events }
}
