import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { EnvError } from '@/lib/server/platform/env'
import { logConsoleErrors } from './page-errors'
import { getRuntime, type Runtime } from './runtime'

// Set by scripts/serve.mjs, which waits for it before it opens the port.
const slot = Symbol.for('shortlist.started')
type AnswerDirectly = (message: IncomingMessage, response: ServerResponse) => Promise<void> | null
type Waiting = { [slot]?: (started: { runtime: Runtime; answerDirectly: AnswerDirectly }) => void }

/**
 * Starts the runtime before the first request; what makes a start impossible ends the process with one line.
 * @param answerDirectly answers some requests before the framework does
 */
export async function boot(answerDirectly: AnswerDirectly): Promise<void> {
  try {
    const runtime = await getRuntime()
    // In development its overlay and the terminal show more than the log may.
    if (process.env.NODE_ENV === 'production') logConsoleErrors(runtime.log)
    const { [slot]: started } = globalThis as Waiting
    started?.({ runtime, answerDirectly })
  } catch (error) {
    const line = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${error instanceof EnvError ? '' : 'Shortlist cannot start: '}${line}\n`)
    process.exit(1)
  }
}
