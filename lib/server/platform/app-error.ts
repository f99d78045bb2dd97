import type { DecisionMark } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'
import type { NoteClash } from '@/lib/contracts/notes'
import type { FetchEntry, LastCall } from '@/lib/contracts/fetch'

/** What can go wrong, by its stable name. the tables of http/*-problems.ts hold the words and the status of each. */
export const appErrorCodes = [
  'invalid_parameter',
  'invalid_body',
  'body_too_large',
  'unsupported_media_type',
  'cross_origin',
  'not_found',
  'sign_in_required',
  'forbidden',
  'too_many_attempts',
  'too_many_streams',
  'setup_closed',
  'password_not_usable',
  'link_not_usable',
  'share_link_gone',
  'passcode_required',
  'passcode_refused',
  'guest_person_not_found',
  'guest_list_preparing',
  'sign_in_refused',
  'issuer_unreachable',
  'already_a_member',
  'last_owner',
  'person_not_found',
  'method_not_allowed',
  'account_not_found',
  'candidate_not_found',
  'candidate_erased',
  'decision_changed',
  'decision_not_found',
  'criteria_changed',
  'criterion_not_found',
  'consistency_note_not_found',
  'reason_gone',
  'reason_of_another',
  'reason_required',
  'second_opinion_first',
  'second_opinion_not_found',
  'second_opinion_closed',
  'second_opinion_settled',
  'second_opinion_nobody',
  'too_many_people',
  'blind_review',
  'blind_preparing',
  'job_not_found',
  'view_not_found',
  'note_not_found',
  'note_of_another',
  'note_changed',
  'tag_not_found',
  'tag_exists',
  'inbox_item_not_found',
  'bad_cursor',
  'price_above_max',
  'credits_capped',
  'autoload_used_up',
  'idempotency_key_reused',
  'fetch_in_progress',
  'invalid_api_key',
  'account_inactive',
  'invalid_account',
  'invalid_action',
  'invalid_params',
  'insufficient_credits',
  'rate_limited',
  'provider_error',
  'provider_refused',
  'provider_edge',
  'provider_unreachable',
  'possibly_charged',
  'not_saved',
  'not_kept',
  'answers_cannot_be_kept',
  'taken_over',
  'store_unavailable',
  'internal_error',
] as const
export type AppErrorCode = (typeof appErrorCodes)[number]

/** Facts that go into the sentence or beside it. All are safe to show a reader. */
export type AppErrorFacts = {
  /** Says more precisely what was wrong with the request. */
  reason?: string
  needed?: number
  left?: number
  /** The account's label. */
  account?: string
  /** The provider's own words, scrubbed. */
  providerMessage?: string
  providerCode?: string
  /** Seconds. */
  retryAfter?: number
  /** Of a fetch: credits stated in it, all its windows together. */
  spent?: number
  /** Of a fetch: what its last call cost. */
  lastCall?: LastCall
  /** Of a fetch: whoever hears of it only waited for it. */
  joined?: true
  fetch?: FetchEntry
  /** Of a fetch: its list was read before. */
  listKnown?: boolean
  /** Of a decision: what stands, and what its maker saw. */
  current?: DecisionMark | null
  expected?: Decision | null
  /** Of a link's list: how many of how many people are stored. */
  ready?: number
  people?: number
  /** Of a note that two people changed at once. */
  note?: NoteClash
  allow?: string
  /** The role that was not enough. */
  role?: string
}

/** An expected failure: a code and its facts. Everything else that is thrown is a bug and answers 500. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: AppErrorCode
  readonly facts: AppErrorFacts
  constructor(code: AppErrorCode, facts: AppErrorFacts = {}, options?: ErrorOptions) {
    super(facts.reason ?? code, options)
    this.code = code
    this.facts = facts
  }

  // The framework bundles a route and the start-up hook apart, so one process can hold two copies of this class.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError'
  }
}
