import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { Database } from '@/lib/server/db/open-database'
import type { Account } from '@/lib/server/platform/env'
import type { Context } from '@/lib/server/auth/context'
import { contextOf, type Reach, type Settings } from './context-of'

/** The first job of this many applicants that the sandbox has. */
export const jobOfSize = (applicants: number) => `4100${String(applicants).padStart(6, '0')}`

export type Provider = Reach & {
  accounts: readonly [Account, Account]
  sandbox: Sandbox
  /** Keeps the provider from answering until the returned function is called. */
  hold: () => () => void
  /** How many calls have come and are held. */
  waiting: () => number
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
  let waiting = 0
  const behindDoor: Sandbox = {
    ...sandbox,
    async handler(request) {
      waiting += 1
      await held
      waiting -= 1
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
  return { sandbox, url, apiKey, accounts, hold, waiting: () => waiting, close }
}

/** A context and its provider. */
export async function testContext(
  database: Pick<Database, 'db'>,
  settings?: Settings,
): Promise<Provider & { context: Context }> {
  const provider = await testProvider()
  return { ...provider, context: contextOf(database, provider, settings) }
}
