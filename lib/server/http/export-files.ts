import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { type Mark, plainMarks } from '@/lib/contracts/candidate'
import type { ExportedMarks, ExportedPerson } from '@/lib/contracts/export'
import type { ExportColumn } from '@/lib/domain/export-columns'
import type { ExportCell, ExportItem } from '@/lib/domain/export-item'
import { disarmFormulas } from '@/lib/domain/spreadsheet-text'
import type { Export } from '@/lib/server/exports/export-people'

/** A column of a table, whatever the file. */
export type TableColumn = Pick<ExportColumn, 'label' | 'kind' | 'width'> & {
  read: (item: ExportItem) => ExportCell
}

const encoder = new TextEncoder()
const byteOrderMark = '\ufeff'

const toCell = (value: ExportCell) => (typeof value === 'string' ? disarmFormulas(value) : value)

/**
 * A table as CSV (RFC 4180) with nothing in it that a spreadsheet would run. Every cell is quoted: unquoted, a spreadsheet
 * that expects another separator would split a cell wherever that one is written in it.
 */
export async function* toCsv(
  { lines }: Export,
  columns: readonly TableColumn[],
  { delimiter, bom }: { delimiter: string; bom: boolean },
): AsyncGenerator<Uint8Array> {
  const write = (rows: ExportCell[][]) =>
    stringify(rows, { delimiter, quoted: true, quoted_empty: true, record_delimiter: 'windows' })
  yield encoder.encode(`${bom ? byteOrderMark : ''}${write([columns.map(({ label }) => toCell(label))])}`)
  for await (const items of lines) {
    yield encoder.encode(write(items.map((item) => columns.map(({ read }) => toCell(read(item))))))
  }
}

const plainNames = Object.keys(plainMarks) as (keyof typeof plainMarks)[]
const plainOf = (mark: Mark) => Object.fromEntries(plainNames.map((name) => [name, mark[name] ?? null]))

function toMarks({ mark, notes, criteria }: ExportItem): ExportedMarks {
  const { decision, suggestions = [], tags = [], nextAction } = mark
  return {
    decision: decision?.decision ?? null,
    reason: decision?.reason?.label ?? null,
    comment: decision?.comment ?? null,
    decidedBy: decision?.by.name ?? null,
    decidedAt: decision?.at ?? null,
    openedBefore: decision?.opened ?? null,
    suggestions: suggestions.map((each) => ({ decision: each.decision, by: each.by.name })),
    tags: tags.map(({ name }) => name),
    nextAction: nextAction ? { ...nextAction, assignee: nextAction.assignee?.name ?? null } : null,
    ...plainOf(mark),
    ...(criteria ? { criteria } : {}),
    ...(notes ? { notes: notes.map(({ text, by, at }) => ({ text, by: by.name, at })) } : {}),
  }
}

/** A line as JSON. @param fields those that were chosen, beside the application; null for all of them */
function toPerson(item: ExportItem, perJob: boolean, fields: ReadonlySet<string> | null): object {
  const { experiences, ...person } = item.candidate
  const whole: Partial<ExportedPerson> = {
    ...(perJob ? person : item.candidate),
    ...toMarks(item),
    ...(perJob ? { job: item.job } : {}),
  }
  if (fields === null) return whole
  if (perJob && fields.has('experiences')) whole.experiences = experiences
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => name === 'applicationId' || fields.has(name)),
  )
}

type JsonOptions = { fields: ReadonlySet<string> | null }

/** One JSON object a line: https://jsonlines.org */
export async function* toJsonLines(
  { lines, provenance }: Export,
  { fields }: JsonOptions,
): AsyncGenerator<Uint8Array> {
  const perJob = provenance.per === 'job'
  for await (const items of lines) {
    yield encoder.encode(items.map((item) => `${JSON.stringify(toPerson(item, perJob, fields))}\n`).join(''))
  }
}

/** One JSON object: where the file comes from, and the people. */
export async function* toJson(
  { lines, provenance }: Export,
  { fields }: JsonOptions,
): AsyncGenerator<Uint8Array> {
  const perJob = provenance.per === 'job'
  yield encoder.encode(`{"provenance":${JSON.stringify(provenance)},"candidates":[`)
  let first = true
  for await (const items of lines) {
    if (items.length === 0) continue
    const texts = items.map((item) => JSON.stringify(toPerson(item, perJob, fields)))
    yield encoder.encode(`${first ? '\n' : ',\n'}${texts.join(',\n')}`)
    first = false
  }
  yield encoder.encode('\n]}\n')
}
