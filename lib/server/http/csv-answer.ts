import 'server-only'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { csvSeparators, parseCsvSeparator } from '@/lib/domain/csv-separators'
import { AppError } from '@/lib/server/app-error'
import { answerHeaders, type Call } from './route'

type Column<T> = readonly [name: string, read: (value: T) => string | number | null]

/** The separator that an address asks for, else a comma. @throws AppError invalid_parameter */
function separatorOf(search: URLSearchParams): string {
  const asked = search.get('separator') ?? 'comma'
  const separator = parseCsvSeparator(asked)
  if (separator === null) {
    const names = Object.keys(csvSeparators).join(', ')
    throw new AppError('invalid_parameter', { reason: `separator is one of ${names}.` })
  }
  return csvSeparators[separator]
}

/**
 * Values as CSV, streamed as they are read, with nothing in them that a spreadsheet would run.
 * @param request whose `search` may ask for a `separator`: spreadsheets of many countries expect a semicolon
 * @throws AppError invalid_parameter
 */
export function csvAnswer<T>(
  values: AsyncIterable<T>,
  columns: readonly Column<T>[],
  { requestId, search }: Pick<Call, 'requestId' | 'search'>,
  filename: string,
): Response {
  const delimiter = separatorOf(search)
  async function* rows() {
    for await (const value of values) yield columns.map(([, read]) => read(value))
  }
  const csv = stringify({
    bom: true,
    header: true,
    columns: columns.map(([name]) => name),
    delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const source = Readable.from(rows())
  source.on('error', (error) => csv.destroy(error))
  csv.on('close', () => source.destroy())
  const headers = answerHeaders(requestId, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${filename}"`,
  })
  return new Response(Readable.toWeb(source.pipe(csv)) as ReadableStream<Uint8Array>, { headers })
}
