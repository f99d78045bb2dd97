import 'server-only'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { csvSeparators, parseCsvSeparator } from '@/lib/domain/csv-separators'
import { guardFormulasInside } from '@/lib/domain/spreadsheet-text'
import { AppError } from '@/lib/server/platform/app-error'
import { answerHeaders, type Call } from './route'

type Column<T> = readonly [name: string, read: (value: T) => string | number | null]

const toCell = (value: string | number | null) =>
  typeof value === 'string' ? guardFormulasInside(value) : value

/** The separator that an address asks for, else a comma. @throws AppError invalid_parameter */
function parseSeparator(search: URLSearchParams): string {
  const asked = search.get('separator') ?? 'comma'
  const separator = parseCsvSeparator(asked)
  if (separator === null) {
    const names = Object.keys(csvSeparators).join(', ')
    throw new AppError('invalid_parameter', { reason: `separator is one of ${names}.` })
  }
  return csvSeparators[separator]
}

/** Does the file begin with a byte order mark? Excel needs one to read UTF-8; `bom=0` is for programs. */
function wantsBom(search: URLSearchParams): boolean {
  const asked = search.get('bom') ?? '1'
  if (asked !== '0' && asked !== '1') throw new AppError('invalid_parameter', { reason: 'bom is 0 or 1.' })
  return asked === '1'
}

/**
 * Values as CSV (RFC 4180), streamed as they are read, with nothing in them that a spreadsheet would run. Every cell is
 * quoted: unquoted, a spreadsheet that expects another separator would split a cell wherever that one is written in it.
 * @param request whose `search` may ask for a `separator`, as spreadsheets of many countries expect a semicolon, and for
 *   no byte order mark
 * @throws AppError invalid_parameter
 */
export function csvAnswer<T>(
  values: AsyncIterable<T>,
  columns: readonly Column<T>[],
  { request, requestId, search }: Pick<Call, 'request' | 'requestId' | 'search'>,
  filename: string,
): Response {
  const delimiter = parseSeparator(search)
  const bom = wantsBom(search)
  async function* rows() {
    for await (const value of values) yield columns.map(([, read]) => toCell(read(value)))
  }
  const headers = answerHeaders(requestId, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${filename}"`,
  })
  // Nothing is exported to whoever asks for the headers alone, nor does the audit log say so.
  if (request.method === 'HEAD') return new Response(null, { headers })
  const csv = stringify({
    bom,
    header: true,
    columns: columns.map(([name]) => name),
    delimiter,
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const source = Readable.from(rows())
  source.on('error', (error) => csv.destroy(error))
  csv.on('close', () => source.destroy())
  return new Response(Readable.toWeb(source.pipe(csv)) as ReadableStream<Uint8Array>, { headers })
}
