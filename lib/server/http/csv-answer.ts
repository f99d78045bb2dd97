import 'server-only'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { answerHeaders } from './route'

type Column<T> = readonly [name: string, read: (value: T) => string | number | null]

/** Values as CSV, streamed as they are read, with nothing in them that a spreadsheet would run. */
export function csvAnswer<T>(
  values: AsyncIterable<T>,
  columns: readonly Column<T>[],
  { requestId, filename }: { requestId: string; filename: string },
): Response {
  async function* rows() {
    for await (const value of values) yield columns.map(([, read]) => read(value))
  }
  const csv = stringify({
    bom: true,
    header: true,
    columns: columns.map(([name]) => name),
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
