import 'server-only'
import { z } from 'zod'
import { fetchKinds } from '@/lib/contracts/words'
import type { Arrived, Bought } from './save-page'

const nullable = z.int().nullable()

// Every file says its version: one of a newer version is left for the server that wrote it.
const spooled = z.object({
  version: z.literal(1),
  bought: z.object({
    id: z.string(),
    key: z.object({ account: z.string(), jobId: z.string() }),
    kind: z.enum(fetchKinds),
    window: z.object({ part: z.enum(['read', 'again', 'front']), offset: z.int(), count: z.int() }),
    revision: nullable.default(null),
    runId: z.string().nullable(),
    quoted: z.int(),
    startedAt: z.coerce.date(),
  }),
  arrived: z.object({
    seenAt: z.coerce.date(),
    page: z.object({
      rows: z.array(z.object({ raw: z.string(), problem: z.string().nullable() })),
      unreadRows: z.int(),
      total: nullable,
      offset: z.int(),
      count: z.int(),
      nextOffset: nullable,
      hasMore: z.boolean().nullable(),
      creditsConsumed: nullable,
      oddPrice: z.string().nullable(),
    }),
  }),
})

/** An answer as the spool keeps it. */
export const spooledText = (bought: Bought, arrived: Arrived): string =>
  JSON.stringify({ version: 1, bought, arrived } satisfies z.input<typeof spooled>)

/** @returns null for a text that is no whole answer: its call was never answered, or this version cannot read it */
export function readSpooled(text: string): { bought: Bought; arrived: Arrived } | null {
  try {
    return spooled.parse(JSON.parse(text))
  } catch {
    return null
  }
}
