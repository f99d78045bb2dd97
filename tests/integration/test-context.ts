import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { Database } from '@/lib/server/db/open-database'
import type { Account } from '@/lib/server/env'
import type { Context } from '@/lib/server/services/context'
import { createUpstream } from '@/lib/server/upstream/client'
import { quietLog } from './test-log'

/** The first job of this many applicants that the sandbox has. */
export const jobOfSize = (applicants: number) => `4100${String(applicants).padStart(6, '0')}`

export type Provider = {
  sandbox: Sandbox
  url: string
  apiKey: string
  accounts: readonly [Account, Account]
  /** Keeps the provider from answering until the returned function is called. */
  hold: () => () => void
  close: () => Promise<void>
}

/** A sandbox behind real HTTP, closed when the test ends. It answers at once. */
export async function testProvider(): Promise<Provider> {
  const apiKey = `key-${randomUUID()}`
  const accounts = [
    { label: 'main', id: `acc-${randomUUID()}` },
    { label: 'agency', id: `acc-${randomUUID()}` },
  ] as const
  const sandbox = createSandbox({ apiKey, accounts: accounts.map(({ id }) => id) })
  let held = Promise.resolve()
  const behindDoor: Sandbox = {
    ...sandbox,
    async handler(request) {
      await held
      return sandbox.handler(request)
    },
  }
  const { url, close } = await serveSandbox(behindDoor, { port: 0 })
  onTestFinished(close)
  const hold = () => {
    let open = () => {}
    held = new Promise<void>((resolve) => (open = resolve))
    return open
  }
  return { sandbox, url, apiKey, accounts, hold, close }
}

type Settings = Partial<Omit<Context, 'upstream' | 'db'>> & { timeoutMs?: number }

/** What services work with, against a provider of the test's own. */
export function contextOf(
  { db }: Pick<Database, 'db'>,
  { url: baseUrl, apiKey, accounts }: Pick<Provider, 'url' | 'apiKey' | 'accounts'>,
  { timeoutMs = 10_000, log = quietLog, ...settings }: Settings = {},
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
    track: (work) => work,
    ...settings,
  }
}

/** A context and its provider. */
export async function testContext(
  database: Pick<Database, 'db'>,
  settings?: Settings,
): Promise<Provider & { context: Context }> {
  const provider = await testProvider()
  return { ...provider, context: contextOf(database, provider, settings) }
}
