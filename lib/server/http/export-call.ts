import 'server-only'
import anyAscii from 'any-ascii'
import type { ExportProvenance, ExportRequest } from '@/lib/contracts/export'
import { type ExportFormat, exportFormats, exportLines, exportTrackers } from '@/lib/contracts/export-words'
import { facetKeys } from '@/lib/contracts/words'
import { csvSeparators, parseCsvSeparator } from '@/lib/domain/csv-separators'
import {
  availableExportColumns,
  defaultExportColumns,
  type ExportColumn,
  findExportColumn,
} from '@/lib/domain/export-columns'
import { eachCriterionColumns } from '@/lib/domain/export-criteria'
import { trackers } from '@/lib/domain/export-trackers'
import { queryProblems } from '@/lib/domain/query-problems'
import { parseWords } from '@/lib/domain/word-query'
import type { Export, ExportChoice } from '@/lib/server/exports/export-people'
import { AppError } from '@/lib/server/platform/app-error'
import { unreadFilters } from '@/lib/url/unread-filters'
import { parseView } from '@/lib/url/view'
import { type TableColumn, toCsv, toJson, toJsonLines } from './export-files'
import { toXlsx } from './export-xlsx'
import { parseApplicationIds, parseJobRef } from './job-call'
import { answerHeaders, type Call } from './route'
import { streamBody } from './stream-answer'

type Refuse = (reason: string) => AppError

const refuseParameter: Refuse = (reason) => new AppError('invalid_parameter', { reason })
const refuseBody: Refuse = (reason) => new AppError('invalid_body', { reason })

function oneOf<T extends string>(values: readonly T[], name: string, text: string | null): T | undefined {
  if (text === null) return undefined
  const value = values.find((each) => each === text)
  if (value === undefined) throw refuseParameter(`${name} is one of ${values.join(', ')}.`)
  return value
}

/** What an address asks for; its view stands in it as in that of a page. @throws AppError invalid_parameter */
function parseExportSearch(search: URLSearchParams): ExportRequest {
  const bom = oneOf(['0', '1'], 'bom', search.get('bom'))
  const columns = search.get('columns')
  const named = search.has('application')
  return {
    format: oneOf(exportFormats, 'format', search.get('format')),
    per: oneOf(exportLines, 'per', search.get('per')),
    tracker: oneOf(exportTrackers, 'tracker', search.get('tracker')),
    separator: search.get('separator') ?? undefined,
    bom: bom === undefined ? undefined : bom === '1',
    columns: columns === null ? undefined : columns.split(','),
    view: search.toString(),
    applicationIds: named ? parseApplicationIds(search) : undefined,
  }
}

// A filter that is not understood would be left out, and far more people be exported than the sender thinks.
function assertReadable(view: string, refuse: Refuse): void {
  const known: readonly string[] = [...facetKeys, 'sort', 'new']
  const unread = unreadFilters(view).find(({ key }) => known.includes(key))
  if (unread) throw refuse(`${unread.key} cannot be “${unread.value}”. Correct it, or leave it out.`)
}

// It finds nobody, and the file would not say why.
function assertSearch(view: string, refuse: Refuse): void {
  const { problem } = parseWords(parseView(view).q)
  if (problem !== null) throw refuse(`q: ${queryProblems[problem]}`)
}

function chooseColumns({ columns, per = 'person' }: ExportRequest, refuse: Refuse): ExportColumn[] {
  if (columns === undefined) return defaultExportColumns(per)
  const available = availableExportColumns(per)
  return [...new Set(columns)].map((key) => {
    const column = findExportColumn(key)
    if (column && available.includes(column)) return column
    if (column) throw refuse(`The column “${key}” is of one job. Ask for per=job with it.`)
    throw refuse(`There is no column “${key}”. Columns are ${available.map((each) => each.key).join(', ')}.`)
  })
}

type Plan = {
  format: ExportFormat
  /** Whose import it is for; undefined for a file with columns of the reader's choice. */
  tracker: ExportRequest['tracker']
  choice: ExportChoice
  write: (file: Export) => AsyncGenerator<Uint8Array>
}

function planTable(file: Export, columns: readonly ExportColumn[]): TableColumn[] {
  return columns.flatMap(({ read, each, ...column }): TableColumn[] =>
    each && file.criteria.length > 0
      ? eachCriterionColumns(file.criteria)
      : [{ ...column, read: (item) => read(item, file.asOf) }],
  )
}

function planTracker(file: Export, tracker: keyof typeof trackers): TableColumn[] {
  const { label, jobId } = file.provenance.job
  const jobName = label ?? jobId
  return trackers[tracker].columns.map(([header, read]) => ({
    ...{ label: header, width: 20 },
    read: (item) => read(item, jobName),
  }))
}

/** @throws what `refuse` makes of a choice that cannot be met */
function toPlan(request: ExportRequest, refuse: Refuse): Plan {
  const { tracker, format = 'csv', per = 'person', view = '', applicationIds, bom = !tracker } = request
  assertReadable(view, refuse)
  // Of people who were selected, the view is but their order.
  if (applicationIds === undefined) assertSearch(view, refuse)
  const columns = chooseColumns(request, refuse)
  const separator = parseCsvSeparator(request.separator ?? 'comma')
  if (separator === null) throw refuse(`separator is one of ${Object.keys(csvSeparators).join(', ')}.`)
  if (tracker && (format !== 'csv' || per !== 'person' || separator !== 'comma' || request.columns)) {
    throw refuse('A tracker’s file is CSV with commas, one line a person, and has columns of its own.')
  }
  const isTable = format === 'csv' || format === 'xlsx'
  const chosen = request.columns !== undefined
  const needs = columns.map((column) => column.needs)
  const choice: ExportChoice = {
    ...{ view: parseView(view), only: applicationIds ? [...new Set(applicationIds)] : null, per, format },
    columns: tracker ?? columns.map(({ key }) => key).join(','),
    reads: {
      marks: !isTable || tracker !== undefined || needs.includes('marks'),
      notes: tracker !== undefined || needs.includes('notes'),
      criteria: needs.includes('criteria') || (!isTable && columns.some(({ key }) => key === 'criteria')),
      twins: !isTable && !chosen,
    },
  }
  const fields = chosen ? new Set<string>(columns.flatMap((column) => column.fields ?? column.key)) : null
  return {
    ...{ format, choice, tracker },
    write(file) {
      if (format === 'json') return toJson(file, { fields })
      if (format === 'jsonl') return toJsonLines(file, { fields })
      const table = tracker ? planTracker(file, tracker) : planTable(file, columns)
      return format === 'xlsx'
        ? toXlsx(file, table)
        : toCsv(file, table, { delimiter: csvSeparators[separator], bom })
    },
  }
}

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonl: 'application/jsonl; charset=utf-8',
}

/**
 * `applicants-seo-lead-2026-04-01-ashby.csv`: the job and the day, in letters that any disk takes, the tracker it is for, nobody's
 * name, and whether names are left out.
 */
function toFileName({ job, asOf, blind }: ExportProvenance, { format, tracker }: Plan): string {
  const plain = anyAscii(job.label ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const name = plain.slice(0, 60).replace(/^-|-$/g, '') || job.jobId
  return `applicants-${name}-${asOf.slice(0, 10)}${tracker ? `-${tracker}` : ''}${blind ? '-blind' : ''}.${format}`
}

async function answerExport(call: Call<unknown>, plan: Plan): Promise<Response> {
  const { services, request, requestId, fault } = call
  const { format, choice, write } = plan
  const open = services.exportPeople(parseJobRef(call), choice, request.signal)
  const type = { 'content-type': types[format] }
  // Nothing is exported to whoever asks for the headers alone, nor does the audit log say so.
  if (request.method === 'HEAD') return new Response(null, { headers: answerHeaders(requestId, type) })
  const file = await open()
  const headers = answerHeaders(requestId, {
    ...type,
    'content-disposition': `attachment; filename="${toFileName(file.provenance, plan)}"`,
    // For whoever shows how far it is: a streamed body has no length.
    'x-export-people': String(file.provenance.people),
  })
  // Whoever left before the end stopped it themselves.
  const note = (error: AppError) => (request.signal.aborted ? undefined : fault(error))
  return new Response(streamBody(write(file), note), { headers })
}

/** A view as a file, as an address asks for it. @throws AppError invalid_parameter */
export const exportView = (call: Call): Promise<Response> =>
  answerExport(call, toPlan(parseExportSearch(call.search), refuseParameter))

/** A view or a selection as a file, as a body asks for it. @throws AppError invalid_body */
export const exportSelection = (call: Call<ExportRequest>): Promise<Response> =>
  answerExport(call, toPlan(call.body, refuseBody))
