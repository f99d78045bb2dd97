import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@/lib/server/db/open-database'
import type { Account } from '@/lib/server/platform/env'
import { localActor } from '@/lib/server/platform/actor'
import type { Limits } from '@/lib/server/auth/limits'
import type { SignIn } from '@/lib/server/auth/sign-in'
import type { Context } from '@/lib/server/auth/context'
import { createRecruiterProvider } from '@/lib/server/providers/recruiter-v2/adapter'
import { openSpool } from '@/lib/server/platform/spool'
import { readers } from '@/lib/server/providers/readers'
import { quietLog } from './test-log'

/** How a provider is reached. */
export type Reach = { url: string; apiKey: string; accounts: readonly [Account, ...Account[]] }

export type Settings = Partial<Omit<Context, 'db' | 'accounts'>> & { timeoutMs?: number }

/** A desk that asks nobody to sign in. */
export const openDesk: SignIn = {
  auth: null,
  withIssuer: null,
  issuer: null,
  mail: null,
  identify: async () => localActor,
}
let madeRoot: string | null = null
/** A folder of this process for the spools of its contexts, which goes with it. */
function spoolRoot(): string {
  if (madeRoot !== null) return madeRoot
  const root = mkdtempSync(join(tmpdir(), 'shortlist-spool-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  madeRoot = root
  return root
}

const noLimits: Limits = { take: async () => {}, refund: async () => {} }

/** What services work with, over a store and a provider of the test's own. */
export function contextOf(
  { db }: Pick<Database, 'db'>,
  { url: baseUrl, apiKey, accounts }: Reach,
  { timeoutMs = 30_000, log = quietLog, ...settings }: Settings = {},
): Context {
  return {
    db,
    actor: localActor,
    signIn: openDesk,
    limits: noLimits,
    retentionDays: 730,
    retentionFrom: new Date(0),
    provider: createRecruiterProvider({ baseUrl, apiKey, timeoutMs, log }),
    readers,
    log,
    accounts,
    creditsPerDay: 100_000,
    autoloadCredits: 25,
    spool: openSpool(join(spoolRoot(), randomUUID())),
    leaseMs: 30_000,
    instance: randomUUID(),
    now: () => new Date(),
    stopping: new AbortController().signal,
    track: (work) => work,
    ...settings,
  }
}
