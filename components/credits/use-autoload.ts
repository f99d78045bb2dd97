'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useCreditMeter } from '@/components/shared/use-credit-meter'
import type { Autoload, CreditMeter } from '@/lib/contracts/credits'
import { keys } from '@/lib/query/options'

/** What automatic loading has spent today, and its limit, as the server counts them; null while unknown. */
export function useAutoload(): Autoload | null {
  return useCreditMeter()?.autoload ?? null
}

/** Whether scrolling may buy by itself at this price, in credits. The server has the last word. */
export const fitsAutoload = ({ used, limit }: Autoload, price: number): boolean => used + price <= limit

/** Takes over what the server said is left when it refused, then reads the rest again. @param left in credits */
export function noteAutoloadLeft(client: QueryClient, left: number): void {
  client.setQueryData<CreditMeter>(
    keys.creditMeter,
    (meter) => meter && { ...meter, autoload: { ...meter.autoload, used: meter.autoload.limit - left } },
  )
  void client.invalidateQueries({ queryKey: keys.credits })
}
