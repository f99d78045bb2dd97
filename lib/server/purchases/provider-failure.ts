import 'server-only'
import type { Charge } from '@/lib/contracts/fetch'
import { AppError, type AppErrorCode } from '@/lib/server/platform/app-error'
import type { ProviderErrorCode, ProviderError } from '@/lib/server/providers/provider-error'
import { toCharge } from './charge'

// A reader cares for the charge, not for where the answer was lost.
const toAppCode = (code: ProviderErrorCode): AppErrorCode =>
  code === 'answer_lost' ? 'possibly_charged' : code

const chargeOfFailure = ({ charged, creditsConsumed }: ProviderError): Charge =>
  charged === 'yes'
    ? toCharge(creditsConsumed)
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
  const code = toAppCode(error.code)
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
