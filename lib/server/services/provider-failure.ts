import 'server-only'
import { AppError, type AppErrorCode } from '@/lib/server/app-error'
import type { ProviderErrorCode, ProviderError } from '@/lib/server/providers/provider-error'

// The codes that have other words for a reader than for the client of the provider.
const renamed: Partial<Record<ProviderErrorCode, AppErrorCode>> = {
  answer_lost: 'possibly_charged',
  cancelled: 'stopping',
}

/** What a reader is told when a call to the provider failed. @param needed the price of the call, in credits */
export function providerFailure(error: ProviderError, account: string, needed: number): AppError {
  const code = renamed[error.code] ?? (error.code as AppErrorCode)
  return new AppError(
    code,
    {
      account,
      spent: 0,
      lastCall: error.charged === 'no' ? 'free' : 'unknown',
      needed: code === 'insufficient_credits' ? needed : undefined,
      providerCode: error.providerCode ?? undefined,
      providerMessage: error.providerMessage ?? undefined,
      retryAfter: error.retryAfterMs === null ? undefined : error.retryAfterMs / 1000,
    },
    { cause: error },
  )
}
