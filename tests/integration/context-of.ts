import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/server/db/open-database'
import type { Account } from '@/lib/server/env'
import type { Context } from '@/lib/server/services/context'
import { createUpstream } from '@/lib/server/upstream/client'
import { quietLog } from './test-log'

/** How a provider is reached. */
export type Reach = { url: string; apiKey: string; accounts: readonly [Account, ...Account[]] }

export type Settings = Partial<Omit<Context, 'upstream' | 'db' | 'accounts'>> & { timeoutMs?: number }

/** What services work with, over a store and a provider of the test's own. */
export function contextOf(
  { db }: Pick<Database, 'db'>,
  { url: baseUrl, apiKey, accounts }: Reach,
  { timeoutMs = 30_000, log = quietLog, ...settings }: Settings = {},
): Context {
  return {
    db,
    upstream: createUpstream({ baseUrl, apiKey, timeoutMs, log }),
    log,
    accounts,
    creditsPerDay: 100_000,
    autoloadCredits: 25,
    leaseMs: 30_000,
    instance: randomUUID(),
    now: () => new Date(),
    stopping: new AbortController().signal,
    track: (work) => work,
    ...settings,
  }
}
