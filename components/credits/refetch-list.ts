import type { QueryClient } from '@tanstack/react-query'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

/** Reads what a fetch that ended may have changed. @returns once the new rows are there; those on screen stay meanwhile */
export const refetchList = (client: QueryClient, ref: JobRef) =>
  Promise.all(
    [keys.job(ref), keys.credits, keys.jobs].map((queryKey) => client.invalidateQueries({ queryKey })),
  )

/** Reads what one page of a long fetch changed: its rows appear, and the day's spending moves, as they are bought. */
export function readPage(client: QueryClient, ref: JobRef): void {
  for (const queryKey of [keys.job(ref), keys.creditMeter]) void client.invalidateQueries({ queryKey })
}
