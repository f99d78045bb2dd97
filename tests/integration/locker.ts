import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { bundleProcess } from './bundle-process'

const script = fileURLToPath(new URL('./lock.process.ts', import.meta.url))
// As a container has it: process ids of its own.
const contained = ['unshare', '--map-root-user', '--pid', '--fork', '--kill-child', '--mount-proc']

/** A process that takes a lock when it is told to. @param namespace with process ids of its own, as in a container */
export function startLocker(lock: string, { namespace = false }: { namespace?: boolean } = {}) {
  const [command = '', ...args] = [
    ...(namespace ? contained : []),
    process.execPath,
    ...bundleProcess(script),
    lock,
  ]
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // Of `unshare`, the process that it runs; signals to itself would not reach that one.
  const inner = () =>
    namespace
      ? Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim())
      : child.pid!
  return {
    ended,
    next: async () => (await words.next()).value as unknown,
    go: () => child.stdin.write('go\n'),
    pause: () => process.kill(inner(), 'SIGSTOP'),
    resume: () => process.kill(inner(), 'SIGCONT'),
    async kill() {
      process.kill(inner(), 'SIGKILL')
      await ended
    },
  }
}
