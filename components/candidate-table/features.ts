import { rowExpandingFeature, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { SortKey } from '@/lib/contracts/view'

export type ColumnMeta = {
  /** A track of the row's grid. */
  width: string
  /** What the header sorts by; absent where sorting makes no sense. */
  sortKey?: SortKey
  /** On the cell and, at table width, on the header. */
  className?: string
}

export type TableMeta = {
  /** Folded search terms, to mark where they match. */
  terms: readonly string[]
}

/** Filtering, sorting and paging are the server's; the table keeps what is open and what is sorted by. */
export const features = tableFeatures({
  rowExpandingFeature,
  rowSortingFeature,
  columnMeta: {} as ColumnMeta,
  tableMeta: {} as TableMeta,
})
export type Features = typeof features
