import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { bundleProcess } from './bundle-process'

/** What a claiming process is told. */
export type Claims = { databaseUrl: string; jobId: string; holders: string[] }

const claimed = z.array(z.object({ holder: z.string(), ids: z.array(z.string()) }))
export type Claimed = z.infer<typeof claimed>

const script = fileURLToPath(new URL('./claimer.process.ts', import.meta.url))

/** Starts a process in which every holder asks for somebody at once, when it is told to; it does not outlive the test. */
export async function startClaimer(claims: Claims): Promise<() => Promise<Claimed>> {
  const child = spawn(process.execPath, [...bundleProcess(script), JSON.stringify(claims)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // It has opened the store.
  await lines.next()
  return async () => {
    child.stdin.write('go\n')
    return claimed.parse(JSON.parse((await lines.next()).value ?? 'null'))
  }
}
