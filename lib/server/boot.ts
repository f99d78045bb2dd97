import 'server-only'
import { EnvError } from './env'
import { getRuntime } from './runtime'

/** Starts the runtime before the first request; what makes a start impossible ends the process with one line. */
export async function boot(): Promise<void> {
  try {
    await getRuntime()
  } catch (error) {
    const line = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${error instanceof EnvError ? '' : 'Shortlist cannot start: '}${line}\n`)
    process.exit(1)
  }
}
