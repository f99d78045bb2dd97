import 'server-only'
import type { Charge } from '@/lib/contracts/fetch'
import { AppError, type AppErrorCode } from '@/lib/server/platform/app-error'
import type { ProviderErrorCode, ProviderError } from '@/lib/server/providers/provider-error'
import { chargeOf } from './charge'

// The codes that have other words for a reader than for the client of the provider.
const renamed: Partial<Record<ProviderErrorCode, AppErrorCode>> = {
  answer_lost: 'possibly_charged',
  cancelled: 'stopping',
}

const chargeOfFailure = ({ charged, creditsConsumed }: ProviderError): Charge =>
  charged === 'yes'
    ? chargeOf(creditsConsumed)
    : { spent: 0, lastCall: charged === 'no' ? 'free' : 'unknown' }

type Called = {
  /** The account's label. */
  account: string
  /** The price of the call, in credits. */
  needed: number
  /** The list was read before, so the job exists. */
  listKnown: boolean
}

/** What a reader is told when a call to the provider failed. */
export function providerFailure(error: ProviderError, { account, needed, listKnown }: Called): AppError {
  const code = renamed[error.code] ?? (error.code as AppErrorCode)
  return new AppError(
    code,
    {
      account,
      ...chargeOfFailure(error),
      listKnown,
      needed: code === 'insufficient_credits' ? needed : undefined,
      providerCode: error.providerCode ?? undefined,
      providerMessage: error.providerMessage ?? undefined,
      retryAfter: error.retryAfterMs === null ? undefined : error.retryAfterMs / 1000,
    },
    { cause: error },
  )
}
