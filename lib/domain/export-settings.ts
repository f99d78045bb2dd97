import {
  type ExportFormat,
  exportFormats,
  type ExportLines,
  type ExportTracker,
  exportTrackers,
} from '@/lib/contracts/export-words'
import { type CsvSeparator, parseCsvSeparator } from './csv-separators'
import { defaultExportColumns, type ExportKey, findExportColumn } from './export-columns'

/** A file format, or the tracker whose import a CSV file is for. */
export type ExportTarget = ExportFormat | ExportTracker

/** How a reader exported last. */
export type ExportSettings = {
  target: ExportTarget
  per: ExportLines
  /** null: what spreadsheets expect where the reader lives. */
  separator: CsvSeparator | null
  bom: boolean
  /** In the order of the table; null for the usual ones. */
  columns: ExportKey[] | null
}

export const defaultExportSettings: ExportSettings = {
  ...{ target: 'csv', per: 'person', separator: null, bom: true, columns: null },
}

export const isTracker = (target: ExportTarget): target is ExportTracker =>
  exportTrackers.some((tracker) => tracker === target)

/** Reads what a browser remembers; whatever it cannot mean any more is as it was at first. */
export function parseExportSettings(text: string): ExportSettings {
  let told: Partial<Record<keyof ExportSettings, unknown>>
  try {
    told = (JSON.parse(text) ?? {}) as typeof told
  } catch {
    return defaultExportSettings
  }
  const { target, per, separator, bom, columns } = told
  const keys = Array.isArray(columns)
    ? columns.flatMap((key) => findExportColumn(String(key))?.key ?? [])
    : []
  return {
    target: [...exportFormats, ...exportTrackers].find((each) => each === target) ?? 'csv',
    per: per === 'job' ? 'job' : 'person',
    separator: parseCsvSeparator(typeof separator === 'string' ? separator : null),
    bom: bom !== false,
    columns: keys.length > 0 ? keys : null,
  }
}

/** The columns that stand for these settings. */
export const chosenColumns = ({ per, columns }: Pick<ExportSettings, 'per' | 'columns'>): ExportKey[] =>
  (columns ?? defaultExportColumns(per).map(({ key }) => key)).filter(
    (key) => per === 'job' || !findExportColumn(key)?.perJob,
  )
