import 'server-only'
import type { Instrumentation } from 'next'
import { toAppError } from '@/lib/server/purchases/charge'
import type { Log } from '@/lib/server/platform/log'
import { getRuntime } from './runtime'

type Report = Parameters<Instrumentation.onRequestError>

/**
 * Logs an error of a page that the framework caught, like those of a call. The address is left out: it may hold a token or
 * what somebody looked for; the route's pattern says enough.
 */
export async function reportPageError(
  ...[error, { method }, { routePath, routeType }]: Report
): Promise<void> {
  const { log } = await getRuntime()
  const { code } = toAppError(error)
  log.error({ route: routePath, kind: routeType, method, code, err: error }, 'a page could not be shown')
}

/**
 * Sends what the framework prints of errors through the log, which leaves out private values; printed as they are, failed
 * queries quote their parameters. What `reportPageError` hears of as well is dropped here.
 */
export function logConsoleErrors(log: Log): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error)
    if (error && 'digest' in error) return
    if (error) log.error({ err: error }, 'the framework met an error')
    else log.error({ said: String(parts[0]).slice(0, 500) }, 'the framework reported a problem')
  }
}
