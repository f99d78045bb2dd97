import { readEnv } from '@/lib/server/platform/env'
import { createLog, type Log } from '@/lib/server/platform/log'

/** A log that keeps quiet. */
export const quietLog: Log = createLog(readEnv({ LOG_LEVEL: 'silent' }))

/** The product's own log, with its lines kept instead of printed. @param env settings, whose secrets it drops */
export function keptLog(env: Record<string, string>): { log: Log; lines: string[] } {
  const lines: string[] = []
  const log = createLog(readEnv({ LOG_LEVEL: 'trace', ...env }), { write: (line) => void lines.push(line) })
  return { log, lines }
}
