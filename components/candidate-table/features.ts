import { tableFeatures } from '@tanstack/react-table'
import type { CareerAxis } from '@/lib/domain/career-axis'
import type { Month } from '@/lib/contracts/month'

/** What cells read beside their person. */
export type TableMeta = {
  /** Folded search terms, to mark where they match. */
  terms: readonly string[]
  /** Headlines run over as many lines as they need. */
  wrap: boolean
  /** The stretch of time that careers are drawn on. */
  axis: CareerAxis
  /** The month up to which a current job lasts. */
  asOf: Month
  /** What filters by the job's criteria can name: each of them, in its order, and before them all musts together. */
  criteria: readonly string[]
}

/** The table keeps rows and columns. Filtering, sorting and paging are the server's, the layout is the reader's. */
export const features = tableFeatures({})
export type Features = typeof features
