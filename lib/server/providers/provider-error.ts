import 'server-only'

/**
 * What went wrong with one call. The first six are the provider's documented refusals, by its own code; then
 * rate_limited and provider_error after the last try · provider_refused: its error envelope with another code ·
 * provider_edge: an answer without the envelope (a proxy's page, a redirect) · provider_unreachable: no connection, so
 * nothing was sent · answer_lost: sent, and the answer did not arrive whole or could not be read.
 */
export type ProviderErrorCode =
  | 'invalid_api_key'
  | 'account_inactive'
  | 'invalid_account'
  | 'invalid_action'
  | 'invalid_params'
  | 'insufficient_credits'
  | 'rate_limited'
  | 'provider_error'
  | 'provider_refused'
  | 'provider_edge'
  | 'provider_unreachable'
  | 'answer_lost'

// Fixed sentences: nothing of the request, the provider's address or its answer can get into a message.
const sentences: Record<ProviderErrorCode, string> = {
  invalid_api_key: 'The provider does not accept the API key.',
  account_inactive: 'The provider says the account is inactive.',
  invalid_account: 'The provider does not know the account.',
  invalid_action: 'The provider does not know the action.',
  invalid_params: 'The provider does not accept the parameters.',
  insufficient_credits: 'The provider says there are not enough credits.',
  rate_limited: 'The provider asks to slow down.',
  provider_error: 'The provider failed.',
  provider_refused: 'The provider refused.',
  provider_edge: 'The provider’s edge answered instead of the provider.',
  provider_unreachable: 'The provider could not be reached.',
  answer_lost: 'The provider’s answer was lost.',
}

export type ProviderErrorFacts = {
  /** Money: `yes` when the answer states a charge, `possibly` when there may be one for rows that never arrived. */
  charged: 'no' | 'possibly' | 'yes'
  /** Status of the last answer; null when there was none. */
  httpStatus: number | null
  /** The code of the provider's error envelope, scrubbed. */
  providerCode: string | null
  /** The provider's own words, scrubbed of the key, the account id and its address; plain text, never HTML. */
  providerMessage: string | null
  /** What the provider asked us to wait, in milliseconds from its answer; not capped. */
  retryAfterMs: number | null
  /** Credits the failed answer states; null when it states none. */
  creditsConsumed: number | null
  /** A price that cannot be believed, as written. */
  oddPrice: string | null
  /** What arrived of an answer that may have been paid for; null when nothing did. */
  text: string | null
}

/** The one error a call to the provider fails with. Its message is a fixed sentence per code. */
export class ProviderError extends Error implements ProviderErrorFacts {
  override name = 'ProviderError'
  readonly code: ProviderErrorCode
  readonly charged: 'no' | 'possibly' | 'yes'
  readonly httpStatus: number | null
  readonly providerCode: string | null
  readonly providerMessage: string | null
  readonly retryAfterMs: number | null
  readonly creditsConsumed: number | null
  readonly oddPrice: string | null
  readonly text: string | null

  constructor(code: ProviderErrorCode, facts: Partial<ProviderErrorFacts> = {}) {
    super(sentences[code])
    this.code = code
    this.charged = facts.charged ?? (code === 'answer_lost' ? 'possibly' : 'no')
    this.httpStatus = facts.httpStatus ?? null
    this.providerCode = facts.providerCode ?? null
    this.providerMessage = facts.providerMessage ?? null
    this.retryAfterMs = facts.retryAfterMs ?? null
    this.creditsConsumed = facts.creditsConsumed ?? null
    this.oddPrice = facts.oddPrice ?? null
    this.text = facts.text ?? null
  }

  // The framework bundles a route and the start-up hook apart, so one process can hold two copies of this class.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ProviderError'
  }
}
