import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { bundleProcess } from './bundle-process'
import type { Reach } from './context-of'

/** What a buying process is told. */
export type Errand = {
  store: { databaseUrl: string | null; dataDir: string }
  provider: Reach
  leaseMs: number
  ask:
    | { kind: 'lists'; jobIds: string[] }
    | { kind: 'together'; jobId: string; keys: string[]; fetch?: FetchKind }
}
/** What it prints, a line each. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'bought'; jobId: string; result: FetchResult }
  | { kind: 'failed'; code: string; spent: number | null }

export type Buyer = {
  reports: AsyncIterable<Report>
  /** Ends it at once, as a crash would: nothing of it runs after. */
  kill: () => Promise<void>
  /** Lets nothing of it run until it is resumed, as a suspended machine would. */
  suspend: () => void
  resume: () => void
  /** @returns its exit code */
  ended: () => Promise<number | null>
}

const script = fileURLToPath(new URL('./buyer.process.ts', import.meta.url))

async function* reportsOf(child: ChildProcess): AsyncIterable<Report> {
  for await (const line of createInterface({ input: child.stdout! })) {
    // A process that is killed may leave half a line: that was not acknowledged.
    if (line.endsWith('}')) yield JSON.parse(line) as Report
  }
}

/** Starts a process of its own that buys; it does not outlive the test. */
export function startBuyer({ store, provider, leaseMs, ask }: Errand): Buyer {
  const { databaseUrl, dataDir } = store
  const { url, apiKey, accounts } = provider
  const errand: Errand = {
    store: { databaseUrl, dataDir },
    provider: { url, apiKey, accounts },
    leaseMs,
    ask,
  }
  const child = spawn(process.execPath, [...bundleProcess(script), JSON.stringify(errand)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exit
  }
  onTestFinished(kill)
  return {
    reports: reportsOf(child),
    kill,
    suspend: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async ended() {
      await exit
      return child.exitCode
    },
  }
}
