import 'server-only'
import { z } from 'zod'

// No call for at most a few thousand people costs this much: a larger figure is a fault, and believing it would use up
// the limit of every day.
const maxCredits = 100_000
const maxOddLength = 40

export type StatedPrice = {
  /** Credits; null when the answer states none that can be believed. */
  credits: number | null
  /** What stands there instead, as written and cut short; null when nothing does. */
  odd: string | null
}

const metadata = z.object({ metadata: z.object({ credits_consumed: z.unknown() }) })

/** The price that an answer states, whatever else is wrong with it. @param body its JSON, undefined when it is none */
export function readPrice(body: unknown): StatedPrice {
  const parsed = metadata.safeParse(body)
  const written = parsed.success ? parsed.data.metadata.credits_consumed : undefined
  if (written === undefined || written === null) return { credits: null, odd: null }
  const number = typeof written === 'string' && /^\d{1,10}$/.test(written) ? Number(written) : written
  if (Number.isInteger(number) && Number(number) >= 0 && Number(number) <= maxCredits) {
    return { credits: Number(number), odd: null }
  }
  return { credits: null, odd: JSON.stringify(written).slice(0, maxOddLength) }
}
