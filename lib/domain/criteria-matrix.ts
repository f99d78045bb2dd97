import type { Criterion } from '@/lib/contracts/criteria'
import { decidedWords } from '@/lib/contracts/decision-words'
import { countCriteria, criteriaText } from './criteria-counts'
import type { ExportItem } from './export-item'

/** What stands in a cell of a matrix: whether a criterion is met, and who overruled its rule. */
export type MatrixCell = {
  met: boolean
  overruled: { by: string; reason: string } | null
}
/** People's criteria: by application, then by criterion. Whoever was erased or could not be read is left out. */
export type MatrixCells = ReadonlyMap<string, ReadonlyMap<string, MatrixCell>>
export type CheckedPeople = { criteria: Criterion[]; cells: MatrixCells }
/** A criterion with its number on the page. */
export type MatrixColumn = Criterion & { number: number }

/** Criteria side by side at most: so many fit on A4 and Letter upright. */
export const maxMatrixColumns = 12

/** The columns of a matrix: first what people must have, then what is nice to have, each in the job's order. */
export const matrixColumns = (criteria: readonly Criterion[]): MatrixColumn[] =>
  [...criteria.filter(({ need }) => need === 'must'), ...criteria.filter(({ need }) => need === 'nice')].map(
    (criterion, at) => ({ ...criterion, number: at + 1 }),
  )

/** Splits columns into as few tables as fit on paper, of about the same width. */
export function splitMatrix(columns: readonly MatrixColumn[]): MatrixColumn[][] {
  const tables = Math.ceil(columns.length / maxMatrixColumns)
  const width = Math.ceil(columns.length / tables)
  return Array.from({ length: tables }, (_, at) => columns.slice(at * width, (at + 1) * width))
}

/** A rule as somebody would say it: `A title with “manager”, at least 3 years`. */
export function ruleInWords({ kind, words, minYears }: Criterion): string {
  if (kind === 'country') return `Lives in ${words}`
  if (kind === 'education') return `Education with ${words}`
  if (kind === 'words') return `Words: ${words}`
  const years = minYears === null ? '' : `, at least ${minYears} ${minYears === 1 ? 'year' : 'years'}`
  return `A title with ${words}${years}`
}

/** What is said of a person below their name: `Shortlisted · 3 of 4 must · 1 of 2 nice`. */
export function matrixLine(
  { mark }: Pick<ExportItem, 'mark'>,
  columns: readonly MatrixColumn[],
  cells: ReadonlyMap<string, MatrixCell>,
): string {
  const met = columns.filter(({ id }) => cells.get(id)?.met).map(({ id }) => id)
  const decided = mark.decision ? [decidedWords[mark.decision.decision]] : []
  return [...decided, criteriaText(countCriteria(columns, new Set(met)))].join(' · ')
}
