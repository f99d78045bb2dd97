import type { Formats } from '@/components/shared/use-formats'
import type { LedgerEntry } from '@/lib/contracts/credits'
import type { FetchState } from '@/lib/contracts/fetch'

const kinds = new Map<string, string>([
  ['next', 'Load more'],
  ['check', 'Check'],
  ['complete', 'Load everyone'],
  ['refresh', 'Read again'],
])
/** What a call was for. A kind that later versions add is shown by its own name. */
export const kindText = (kind: string) => kinds.get(kind) ?? kind

export const stateTexts: Record<FetchState, string> = {
  settled: 'Charged',
  reserved: 'Held',
  released: 'Free',
  unknown: 'Possibly charged',
}

const reasons = new Map<string, string>([
  ['cancelled', 'stopped by hand'],
  ['price_reached', 'stopped at the agreed price'],
  ['nothing_to_fetch', 'nothing to load'],
  ['invalid_api_key', 'the key was refused'],
  ['account_inactive', 'the account is disconnected'],
  ['invalid_account', 'the account is not known'],
  ['invalid_action', 'the call is not offered'],
  ['invalid_params', 'the job is not known'],
  ['insufficient_credits', 'the provider’s credits had run out'],
  ['rate_limited', 'asked to slow down'],
  ['provider_error', 'the provider had an error'],
  ['provider_refused', 'the provider refused'],
  ['provider_edge', 'couldn’t reach the provider'],
  ['provider_unreachable', 'the provider was out of reach'],
  ['possibly_charged', 'the answer was lost'],
  ['not_saved', 'kept on disk until the database is back'],
  ['not_kept', 'answered, and could not be saved'],
  ['answers_cannot_be_kept', 'no room on disk'],
  ['taken_over', 'another load took over'],
  ['nobody_more', 'stopped after pages that brought nobody'],
  ['more_charged', 'the provider charged more than said'],
  ['no_price', 'no price was stated'],
  ['odd_price', 'the stated price cannot be right'],
  ['answer_cut', 'the answer was too long to read whole'],
  ['stopping', 'Shortlist was stopping'],
])

/** Why an entry ended as it did, in a few words; null after a plain end. */
export const reasonText = (code: string | null) =>
  code === null ? null : (reasons.get(code) ?? code.replaceAll('_', ' '))

/** The rows that a call asked for, counted from 1 as a reader counts. */
export function windowText(
  { offset, count }: Pick<LedgerEntry, 'offset' | 'count'>,
  { number }: Formats,
): string {
  if (count === 0) return 'no rows'
  const first = number(offset + 1)
  return count === 1 ? `row ${first}` : `rows ${first}–${number(offset + count)}`
}

/** `0.4 s`, `12 s`, `2 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`
  const seconds = Math.round(ms / 1_000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** How far what was charged is from what was said; null where the quote was right, or nothing was stated. */
export function quoteMissed({ state, quoted, consumed }: LedgerEntry, { number }: Formats): string | null {
  if (state !== 'settled' || consumed === null || consumed === quoted) return null
  const by = Math.abs(consumed - quoted)
  return `${number(by)} ${consumed < quoted ? 'less' : 'more'} than quoted`
}
