import 'server-only'
import { type LedgerEntry, ledgerFilter, type LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry, visitIdPattern } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import { csvAnswer } from './csv-answer'
import type { Call } from './route'

/** The filter of an address: `job kind state who from to`. @throws AppError invalid_parameter */
export function parseLedgerFilter(search: URLSearchParams): LedgerFilter {
  const asked = Object.keys(everyEntry).map((name) => [name, search.get(name) || null])
  const parsed = ledgerFilter.safeParse(Object.fromEntries(asked))
  // What stands for a letter that cannot be stored: no entry has it, and narrowing by it is a mistake.
  const isText = [...search.values()].every((value) => !value.includes('\ufffd'))
  if (parsed.success && isText) return parsed.data
  const name = parsed.success ? 'a filter' : String(parsed.error.issues[0]?.path[0])
  throw new AppError('invalid_parameter', {
    reason: `${name} cannot be used: kind and state are words of the ledger, from and to are days such as 2026-04-01.`,
  })
}

/** `visit` of the meter; null where none is named. @throws AppError invalid_parameter */
export function parseVisit(search: URLSearchParams): string | null {
  const visit = search.get('visit')
  if (visit === null || visitIdPattern.test(visit)) return visit
  throw new AppError('invalid_parameter', { reason: 'visit is a UUID in lower case.' })
}

const columns: readonly (readonly [string, (entry: LedgerEntry) => string | number | null])[] = [
  ['when', ({ startedAt }) => startedAt],
  ['who', ({ whoName }) => whoName],
  ['account', ({ account }) => account],
  ['job', ({ jobId }) => jobId],
  ['kind', ({ kind }) => kind],
  ['offset', ({ offset }) => offset],
  ['count', ({ count }) => count],
  ['quoted', ({ quoted }) => quoted],
  ['charged', ({ consumed }) => consumed],
  // What the provider wrote where no price could be read.
  ['price as stated', ({ stated }) => stated],
  ['state', ({ state }) => state],
  ['code', ({ code }) => code],
  ['milliseconds', ({ durationMs }) => durationMs],
  ['fetch', ({ fetchId }) => fetchId],
  ['entry', ({ id }) => id],
]

/** The ledger as CSV, streamed, with nothing in it that a spreadsheet would run. @throws AppError invalid_parameter */
export async function exportCredits(call: Call): Promise<Response> {
  const { search, services } = call
  if ((search.get('format') ?? 'csv') !== 'csv') {
    throw new AppError('invalid_parameter', { reason: 'format is csv.' })
  }
  return csvAnswer(services.everyCredit(parseLedgerFilter(search)), columns, call, 'credits.csv')
}
