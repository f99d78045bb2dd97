import 'server-only'
import type { Charge, FetchResult, LastCall } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/platform/app-error'
import { isStoreFailure } from '@/lib/server/platform/store-failure'

/** Nothing was sent, or what was sent was free. */
export const noCharge: Charge = { spent: 0, lastCall: 'free' }

/** What one answered call cost. @param consumed credits it states; null when it states none */
export const toCharge = (consumed: number | null): Charge => ({
  spent: consumed ?? 0,
  lastCall: consumed === null ? 'unknown' : consumed > 0 ? 'charged' : 'free',
})

/** Two calls of one fetch together. An earlier one in doubt keeps the fetch in doubt, whatever the later one states. */
export const addCharge = (before: Charge, call: Charge): Charge => {
  const lastCall: LastCall = before.lastCall === 'unknown' ? 'unknown' : call.lastCall
  return { spent: before.spent + call.spent, lastCall }
}

/** Whatever was thrown, as a failure with a code. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError(isStoreFailure(error) ? 'store_unavailable' : 'internal_error', {}, { cause: error })
}

/** A failure that says what the fetch cost. One that says so already keeps its own word. */
export function withCharge(thrown: unknown, charge: Charge): AppError {
  const error = toAppError(thrown)
  if (error.facts.lastCall !== undefined) return error
  return new AppError(error.code, { ...error.facts, ...charge }, { cause: error.cause ?? error })
}

/** What became of a fetch, for whoever only waited for it: none of its cost is theirs. @throws AppError, what it failed with */
export async function joining(
  answer: Promise<FetchResult | null>,
  joined: boolean,
): Promise<FetchResult | null> {
  if (!joined) return answer
  try {
    const result = await answer
    return result && { ...result, joined: true }
  } catch (error) {
    // Whoever stopped waiting is told nothing.
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.facts, joined: true }, { cause: error.cause ?? error })
  }
}
