import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Engines and machines collate differently; code-point order is the same on all of them. */
export const textC = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
})

/** A moment, with its zone. */
export const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
