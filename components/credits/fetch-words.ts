import type { Formats } from '@/components/shared/use-formats'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { creditsText } from '@/lib/domain/credits'

const cuts = new Set<string | null>(['cancelled', 'stopping', 'price_reached', 'nobody_more'])
const isCut = (kind: FetchKind, { code }: FetchResult['fetch']) =>
  cuts.has(code) || (code === 'more_charged' && (kind === 'complete' || kind === 'refresh'))

type Write = Formats['number']

const describeFinds = ({ list }: FetchResult, number: Write) =>
  [
    list.new > 0 ? `${number(list.new)} new` : null,
    list.changed > 0 ? `${number(list.changed)} changed` : null,
    list.gone > 0 ? `${number(list.gone)} no longer listed` : null,
  ].filter((part) => part !== null)

/** What a fetch came to, in a sentence for who does not watch the numbers. */
export function outcomeWords(kind: FetchKind, result: FetchResult, number: Write): string {
  const { fetch, list } = result
  const found = describeFinds(result, number).join(', ')
  if (fetch.code === 'already_stored')
    return 'More applicants were loaded in the meantime, so nothing was bought'
  if (fetch.code === 'price_reached') return `Stopped at the agreed price: ${found || 'nobody new'}`
  if (fetch.code === 'nobody_more')
    return `Stopped, as the last pages brought nobody: ${found || 'nobody new'}`
  if (isCut(kind, fetch) && fetch.code === 'more_charged')
    return `Stopped, as a page was charged more than its price: ${found || 'nobody new'} so far`
  if (isCut(kind, fetch)) return `Stopped: ${found || 'nobody new'} so far`
  if (kind === 'next' && list.new > 0)
    return list.new === 1 ? '1 more applicant loaded' : `${number(list.new)} more applicants loaded`
  const what = found || 'Nobody new was found'
  return kind === 'complete' && list.missing ? `${what}. ${number(list.missing)} may still be missing` : what
}

/** How much dearer a fetch was than its price, in credits. */
function overcharge({ spent, joined, fetch: { quoted } }: FetchResult, number: Write): string | null {
  if (joined || spent <= quoted) return null
  return `Charged ${creditsText(spent, number)}, ${number(spent - quoted)} more than the price shown. Everyone sent is kept.`
}

/** The same for everyone, where it is not what a press led to expect: dearer, cut short, or for nothing. Else null. */
export function unexpectedOutcome(kind: FetchKind, result: FetchResult, number: Write): string | null {
  const cut = isCut(kind, result.fetch)
  const sentences = [
    result.joined && result.fetch.kind !== kind
      ? 'Another load of this list was under way, so this one was not started.'
      : null,
    cut || describeFinds(result, number).length === 0 ? `${outcomeWords(kind, result, number)}.` : null,
    cut ? 'Pressed again, it goes on from there.' : null,
    overcharge(result, number),
    result.lastCall === 'unknown'
      ? 'The provider stated no price for it, so what it cost is not known.'
      : null,
  ].filter((sentence) => sentence !== null)
  return sentences.length > 0 ? sentences.join(' ') : null
}
