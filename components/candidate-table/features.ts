import {
  columnOrderingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { SortKey } from '@/lib/contracts/view'
import type { CareerAxis } from '@/lib/domain/career-axis'
import type { Month } from '@/lib/contracts/month'

export type ColumnMeta = {
  /** What a reader calls it. */
  label: string
  /** Rem it cannot be narrower than by itself. */
  least: number
  /** Its share of the room that is left; 0 keeps it at its least. */
  share: number
  /** What the header sorts by; absent where sorting makes no sense. */
  sortKey?: SortKey
  /** On the cell: where it stands on a card. */
  className?: string
}

export type TableMeta = {
  /** Folded search terms, to mark where they match. */
  terms: readonly string[]
  /** Headlines run over as many lines as they need. */
  wrap: boolean
  /** The stretch of time that careers are drawn on. */
  axis: CareerAxis
  /** The month up to which a current job lasts. */
  asOf: Month
}

/** Filtering, sorting and paging are the server's; the table keeps what is open, sorted by, shown and in which order. */
export const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  rowSortingFeature,
  columnMeta: {} as ColumnMeta,
  tableMeta: {} as TableMeta,
})
export type Features = typeof features
