import 'server-only'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportProvenance } from '@/lib/contracts/export'
import type { ExportCell } from '@/lib/domain/export-item'
import type { Export } from '@/lib/server/exports/export-people'
import { parseView } from '@/lib/url/view'
import { viewInWords } from '@/lib/url/view-words'
import type { TableColumn } from './export-files'
import {
  columnName,
  contentTypes,
  type Look,
  looks,
  packageRelations,
  sheetEnd,
  sheetStart,
  styles,
  toWorkbook,
  toXml,
  workbookRelations,
} from './xlsx-parts'

/** What a sheet and a cell of it can hold at most. @see https://support.microsoft.com/office/excel-specifications-and-limits */
const maxRows = 1_048_576
const maxLetters = 32_767
const maxLinkLetters = 255

const dayMs = 86_400_000
// Day 0 of Excel's calendar, which takes 1900 for a leap year: right from March 1900 on.
const dayZero = Date.UTC(1899, 11, 30)

const sheetNames = ['Applicants', 'About this file'] as const

type Written = { rows: number; cut: number; leftOut: number }

const startsFormula = /^[=+\-@\t\r＝＋－＠]/

function textCell(at: string, text: string, look: Look, written: Written): string {
  let shown = text
  if (text.length > maxLetters) {
    shown = `${text.slice(0, maxLetters - 1)}…`
    written.cut += 1
  }
  return `<c r="${at}" s="${looks[look]}" t="inlineStr"><is><t xml:space="preserve">${toXml(shown)}</t></is></c>`
}

/** A link that can be pressed. More than 65,530 of a sheet's own kind would be too many for Excel. */
function linkCell(at: string, address: string): string {
  const quoted = `HYPERLINK("${address.replaceAll('"', '""')}")`
  return `<c r="${at}" s="${looks.link}" t="str"><f>${toXml(quoted)}</f><v>${toXml(address)}</v></c>`
}

function dateCell(at: string, iso: string): string {
  const look: Look = iso.length > 10 ? 'time' : 'day'
  return `<c r="${at}" s="${looks[look]}"><v>${(Date.parse(iso) - dayZero) / dayMs}</v></c>`
}

function toCellXml(at: string, value: ExportCell, kind: TableColumn['kind'], written: Written): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (kind === 'date' && !Number.isNaN(Date.parse(value))) return dateCell(at, value)
  const isLink = kind === 'link' && value.length <= maxLinkLetters && /^https?:\/\//i.test(value)
  if (isLink) return linkCell(at, value)
  // No text of a workbook runs. Typed over again, one that begins so would: the mark keeps it a text.
  return textCell(at, value, startsFormula.test(value) ? 'guarded' : 'plain', written)
}

const rowXml = (number: number, cells: string) => `<row r="${number}">${cells}</row>`

async function* applicantSheet(
  { lines }: Export,
  columns: readonly TableColumn[],
  written: Written,
): AsyncGenerator<string> {
  const names = columns.map((_, at) => columnName(at))
  yield sheetStart(
    columns.map(({ width }) => width),
    1,
  )
  yield rowXml(1, columns.map(({ label }, at) => textCell(`${names[at]}1`, label, 'head', written)).join(''))
  for await (const items of lines) {
    const rows = items.flatMap((item) => {
      if (written.rows + 1 >= maxRows) {
        written.leftOut += 1
        return []
      }
      written.rows += 1
      const number = written.rows + 1
      const cells = columns.map(({ read, kind }, at) =>
        toCellXml(`${names[at]}${number}`, read(item), kind, written),
      )
      return [rowXml(number, cells.join(''))]
    })
    yield rows.join('')
  }
  yield sheetEnd(`A1:${columnName(columns.length - 1)}${written.rows + 1}`)
}

function aboutRows(about: ExportProvenance, written: Written): [string, ExportCell, TableColumn['kind']?][] {
  const { job, view, asOf, exportedBy, people, stored, total, notLoaded, scope, per, decidedUnopened } = about
  return [
    ['Job', job.label ?? `Job ${job.jobId}`],
    ['Job ID', job.jobId],
    ['Account', job.account],
    ['View', viewInWords(parseView(view), 'en-GB')],
    ...(view === '' ? [] : [['View, as in an address', view] as [string, string]]),
    ['As of (UTC)', asOf, 'date'],
    ['Exported by', exportedBy],
    ['Scope', scope],
    ['People in this file', people],
    ['People loaded', stored],
    ['People in the network’s list', total],
    ['People not loaded', notLoaded],
    ['Decided without being opened', decidedUnopened],
    ['One line for each', per === 'job' ? 'job a person held' : 'person'],
    ['Lines', written.rows],
    ...(written.cut > 0
      ? [['Texts shortened to what a cell can hold', written.cut] as [string, number]]
      : []),
    ...(written.leftOut > 0
      ? [
          ['Lines left out, as a sheet holds no more. Export CSV for all of them', written.leftOut] as [
            string,
            number,
          ],
        ]
      : []),
  ]
}

function* aboutSheet(about: ExportProvenance, written: Written): Generator<string> {
  yield sheetStart([32, 70], 0)
  for (const [at, [name, value, kind]] of aboutRows(about, written).entries()) {
    const number = at + 1
    const label = textCell(`A${number}`, name, 'head', written)
    yield rowXml(number, `${label}${toCellXml(`B${number}`, value, kind, written)}`)
  }
  yield sheetEnd(null)
}

/** What the end of a workbook says is known only once its rows are written. */
const later = (zip: ZipFile, path: string, options: { mtime: Date }, make: () => Iterable<string>) =>
  zip.addReadStreamLazy(path, options, (done) => done(null, Readable.from(make())))

/** A table as an Excel workbook (ECMA-376): typed cells, a second sheet that says where it comes from. */
export async function* toXlsx(file: Export, columns: readonly TableColumn[]): AsyncGenerator<Uint8Array> {
  const { provenance } = file
  const written: Written = { rows: 0, cut: 0, leftOut: 0 }
  const options = { mtime: new Date(provenance.asOf) }
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  for (const [path, text] of [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['xl/_rels/workbook.xml.rels', workbookRelations],
    ['xl/styles.xml', styles],
  ] as const) {
    zip.addBuffer(Buffer.from(text), path, options)
  }
  const rows = Readable.from(applicantSheet(file, columns, written), { objectMode: true, highWaterMark: 1 })
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options)
  later(zip, 'xl/worksheets/sheet2.xml', options, () => aboutSheet(provenance, written))
  later(zip, 'xl/workbook.xml', options, () => {
    const last = columnName(columns.length - 1)
    return [toWorkbook(sheetNames, `$A$1:$${last}$${written.rows + 1}`)]
  })
  zip.end()
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    // Whoever leaves early ends the reading with it.
    rows.destroy()
  }
}
