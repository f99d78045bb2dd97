import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { FacetGroup } from '@/lib/contracts/facets'

/** Values of a row, side by side: as they are compared, and as they are written. */
export type ValueList = {
  folded: PgColumn | SQL
  written?: PgColumn | SQL
  group?: FacetGroup
  /** The same, of a table that is joined to the rows: to count them all, one join costs less than a look-up for each. */
  joined?: { join: SQL; folded: SQL; written: SQL }
  /** Stands under another heading than the rest. */
  except?: { value: PgColumn | SQL; group: FacetGroup }
}
