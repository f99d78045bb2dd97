import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Engines and machines collate differently; code-point order is the same on all of them. */
export const textC = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
})

/** A moment, with its zone. */
export const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Sum of whole numbers, 0 for none. As a double it cannot overflow, and is exact to 2^53. */
export const wholeSum = (value: SQLWrapper): SQL<number> =>
  sql<number>`coalesce(sum(${value}), 0)::double precision`
