import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetGroup } from '@/lib/contracts/facets'

/** Values of a row, side by side: as they are compared, and as they are written. */
export type ValueList = {
  folded: PgColumn | SQL
  written?: PgColumn | SQL
  group?: FacetGroup
  /** Stands under another heading than the rest. */
  except?: { value: PgColumn | SQL; group: FacetGroup }
}
