import 'server-only'
import { type AuditEntry, auditFilter, type AuditFilter } from '@/lib/contracts/audit'
import { AppError } from '@/lib/server/platform/app-error'
import { csvAnswer } from './csv-answer'
import type { Call } from './route'

/** The filter of an address: `action who from to`. @throws AppError invalid_parameter */
export function parseAuditFilter(search: URLSearchParams): AuditFilter {
  const asked = ['action', 'who', 'from', 'to'].map((name) => [name, search.get(name) || null])
  const parsed = auditFilter.safeParse(Object.fromEntries(asked))
  // What stands for a letter that cannot be stored: no entry has it, and narrowing by it is a mistake.
  const isText = [...search.values()].every((value) => !value.includes('\ufffd'))
  if (parsed.success && isText) return parsed.data
  throw new AppError('invalid_parameter', {
    reason: 'action is a word of the log such as sign_in, from and to are days such as 2026-04-01.',
  })
}

const columns: readonly (readonly [string, (entry: AuditEntry) => string | number | null])[] = [
  ['when', ({ at }) => at],
  ['who', ({ actorName }) => actorName],
  ['action', ({ action }) => action],
  ['subject', ({ subject }) => subject],
  ['detail', ({ detail }) => (Object.keys(detail).length > 0 ? JSON.stringify(detail) : null)],
  ['address', ({ address }) => address],
  ['person', ({ actorId }) => actorId],
  ['entry', ({ id }) => id],
]

/** The audit log as CSV, streamed, with nothing in it that a spreadsheet would run. @throws AppError invalid_parameter */
export async function exportAudit(call: Call): Promise<Response> {
  const { search, services } = call
  return csvAnswer(services.everyAudit(parseAuditFilter(search)), columns, call, 'audit.csv')
}
