import * as z from 'zod/mini'

/** A calendar month; `m` is 1…12, or null when only the year was written. */
export const month = z.object({ y: z.int(), m: z.nullable(z.int()) })
export type Month = z.infer<typeof month>
