import 'server-only'
import type { ProviderError } from '../provider-error'

// Tries in all, of what the contract says is free: three when asked to slow down, two more after the provider's own error.
const tries: Partial<Record<ProviderError['code'], number>> = { rate_limited: 3, provider_error: 3 }
const firstMs = 500
// A longer wait is the reader's to decide on.
const longestMs = 20_000

/**
 * How long to wait before the next try; null when there is none, because it may have been charged, cannot help, or
 * would take too long.
 * @param attempt tries made so far, from 1
 */
export function retryWait(
  failure: ProviderError,
  attempt: number,
  random: () => number = Math.random,
): number | null {
  if (failure.charged !== 'no' || attempt >= (tries[failure.code] ?? 1)) return null
  if (failure.retryAfterMs !== null) return failure.retryAfterMs <= longestMs ? failure.retryAfterMs : null
  // Full jitter: instances that failed together do not come back together.
  return Math.round(firstMs * 2 ** (attempt - 1) * (0.5 + random()))
}
