import 'server-only'
import { z } from 'zod'
import { cleanLine } from '@/lib/domain/clean-text'
import { type ProviderErrorCode, type ProviderErrorFacts, ProviderError } from '../provider-error'
import { readPrice } from './stated-price'

const envelope = z.object({
  success: z.literal(false),
  error: z.object({ code: z.string().nullish().catch(null), message: z.string().nullish().catch(null) }),
})

const codes: Record<string, ProviderErrorCode> = {
  INVALID_API_KEY: 'invalid_api_key',
  ACCOUNT_INACTIVE: 'account_inactive',
  INVALID_ACCOUNT: 'invalid_account',
  INVALID_ACTION: 'invalid_action',
  INVALID_PARAMS: 'invalid_params',
  INSUFFICIENT_CREDITS: 'insufficient_credits',
  RATE_LIMITED: 'rate_limited',
  INTERNAL_ERROR: 'provider_error',
}

const maxMessageLength = 300

/** `Retry-After`, in seconds or as a date, as milliseconds from now; null when absent or odd. */
function parseRetryAfter(response: Response): number | null {
  const text = response.headers.get('retry-after')?.trim()
  if (!text) return null
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Number(text) * 1000
  // Date.parse makes a year of any number, and a wait that was over long ago of "-5".
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}

/** What a failed answer says of its price. A charge is believed whatever the answer's status and shape. */
function readCharge(
  body: unknown,
  lost: boolean,
): Pick<ProviderErrorFacts, 'charged' | 'creditsConsumed' | 'oddPrice'> {
  const { credits, odd } = readPrice(body)
  if (credits !== null && credits > 0) return { charged: 'yes', creditsConsumed: credits, oddPrice: null }
  return { charged: lost || odd !== null ? 'possibly' : 'no', creditsConsumed: credits, oddPrice: odd }
}

/**
 * What went wrong, from an answer that is not a page.
 * @param body its JSON, undefined when it is none
 * @param secrets texts that must not be repeated from the provider's words
 */
export function readFailure(response: Response, body: unknown, secrets: readonly string[]): ProviderError {
  const { status: httpStatus } = response
  const parsed = envelope.safeParse(body)
  if (!parsed.success) {
    // A 200 that cannot be read was an answer, and is charged for; anything else is a proxy's page.
    const code = response.ok ? 'answer_lost' : 'provider_edge'
    return new ProviderError(code, { httpStatus, ...readCharge(body, response.ok) })
  }
  const { error } = parsed.data
  const scrub = (text: string | null | undefined) =>
    secrets
      .reduce((rest, secret) => rest.replaceAll(secret, '…'), cleanLine(text ?? null) ?? '')
      .slice(0, maxMessageLength) || null
  return new ProviderError(codes[error.code ?? ''] ?? 'provider_refused', {
    httpStatus,
    ...readCharge(body, false),
    providerCode: scrub(error.code),
    providerMessage: scrub(error.message),
    retryAfterMs: parseRetryAfter(response),
  })
}
