import 'server-only'
import type { ProviderError } from '../provider-error'

/** Calls after the first one. */
export const maxRetries = 2

const retriedCodes = new Set<ProviderError['code']>(['rate_limited', 'provider_error'])
const firstWaitMs = 500
// A longer wait is the reader's to decide on.
const maxWaitMs = 20_000

/** Whether another call can help and the failed one is known to have cost nothing, by the provider's contract. */
export const canRetry = ({ charged, code, retryAfterMs }: ProviderError): boolean =>
  charged === 'no' && retriedCodes.has(code) && (retryAfterMs ?? 0) <= maxWaitMs

/**
 * How long to wait before the next call, in milliseconds: as the provider asks, else with exponential backoff.
 * @param attempt calls made so far, from 1
 * @param random a number from 0 up to 1
 */
export function retryWait(
  { retryAfterMs }: ProviderError,
  attempt: number,
  random: () => number = Math.random,
): number {
  // The jitter keeps instances that failed together from coming back together.
  return retryAfterMs ?? Math.round(firstWaitMs * 2 ** (attempt - 1) * (0.5 + random()))
}
