import type { Job } from '@/lib/contracts/job'
import type { SortKey } from '@/lib/contracts/view'

export type ColumnDeclaration = {
  /** Stands in addresses and in saved layouts: never renamed. */
  key: string
  /** What a reader calls it. */
  label: string
  /** `min` in rem, and `each` for each name that filters by criteria have; `share` of the room that is left, 0 to stay at that. */
  width: { min: number; share: number; each?: number }
  /** What the first press on its header sorts by, with `-` for downwards; absent where sorting by it makes no sense. */
  sort?: SortKey | `-${SortKey}`
  /** Always shown, before all others and in sight: a reader can neither hide nor move it. */
  fixed?: boolean
  /** Hidden until a reader shows it. */
  optional?: true
  /** Only on jobs of which this is true. */
  needs?: 'hasApplied' | 'hasCriteria'
  /** Shown beside an open person, where there is room for few: what their panel does not say better. */
  besidePanel?: boolean
}

/**
 * The columns of the list of applicants, in their usual order. Headers, skeleton rows, display options and saved layouts
 * read this; how a cell is drawn is declared by the same key in components/candidate-table/columns.ts.
 */
export const columns = [
  { key: 'select', label: 'Selection', width: { min: 2.75, share: 0 }, fixed: true, besidePanel: true },
  {
    key: 'name',
    label: 'Person',
    width: { min: 17, share: 3 },
    sort: 'name',
    fixed: true,
    besidePanel: true,
  },
  { key: 'rating', label: 'Rating', width: { min: 6.75, share: 0 }, sort: 'rating', besidePanel: true },
  { key: 'decision', label: 'Decision', width: { min: 9.5, share: 1 }, sort: 'decision', besidePanel: true },
  { key: 'now', label: 'Now', width: { min: 12, share: 1.5 }, besidePanel: true },
  { key: 'years', label: 'Experience', width: { min: 6.75, share: 0 }, sort: 'years' },
  { key: 'career', label: 'Career', width: { min: 13, share: 1.5 } },
  { key: 'location', label: 'Location', width: { min: 9, share: 1.5 } },
  {
    key: 'applied',
    label: 'Applied',
    width: { min: 6.5, share: 0 },
    sort: '-applied',
    needs: 'hasApplied',
  },
  { key: 'seen', label: 'Added', width: { min: 6.5, share: 0 }, sort: 'seen', optional: true },
  { key: 'tags', label: 'Tags', width: { min: 9, share: 1 }, optional: true },
  {
    key: 'criteria',
    label: 'Criteria',
    // That of all musts together has no column of its own: its room is that of their count.
    width: { min: 6.75, share: 1, each: 5 },
    optional: true,
    needs: 'hasCriteria',
  },
  { key: 'note', label: 'Newest note', width: { min: 12, share: 1.5 }, optional: true },
  { key: 'next', label: 'Next action', width: { min: 9.5, share: 1 }, sort: 'next', optional: true },
] as const satisfies readonly ColumnDeclaration[]

type Declared = (typeof columns)[number]
export type ColumnKey = Declared['key']
/** A column that a reader may hide, move and pin. */
export type ColumnId = Exclude<Declared, { fixed: true }>['key']
/** A column whose width a reader may choose. */
export type SizedColumn = Exclude<ColumnKey, 'select'>

const declarations: readonly ColumnDeclaration[] = columns
const byKey = new Map(declarations.map((column) => [column.key, column]))

/** @returns the declaration of a column. @throws for a key that none declares */
export function getColumn(key: string): ColumnDeclaration {
  const column = byKey.get(key)
  if (!column) throw new Error(`No column is declared as ${key}`)
  return column
}

const isMovable = (column: Declared): column is Exclude<Declared, { fixed: true }> => !('fixed' in column)

/** Always shown, in front. */
export const fixedColumns: readonly ColumnKey[] = columns
  .filter(({ key }) => getColumn(key).fixed)
  .map(({ key }) => key)

/** What a reader may hide, move and pin, in the usual order. */
export const columnIds: readonly ColumnId[] = columns.filter(isMovable).map(({ key }) => key)

/** What of those is shown until a reader chooses. */
export const defaultColumns: readonly ColumnId[] = columnIds.filter((id) => !getColumn(id).optional)

/** @returns the columns in which a job has nothing to show */
export const absentColumns = (job: Pick<Job, 'hasApplied' | 'hasCriteria'>): ColumnId[] =>
  columnIds.filter((id) => {
    const { needs } = getColumn(id)
    return needs !== undefined && !job[needs]
  })
