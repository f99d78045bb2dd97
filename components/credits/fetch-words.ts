import type { FetchKind, FetchProgress, FetchResult } from '@/lib/contracts/fetch'

/** What a fetch came to, in a sentence for who does not watch the numbers. */
export function outcomeWords(kind: FetchKind, { fetch, list }: FetchResult): string {
  const found = [
    list.new > 0 ? `${list.new} new` : null,
    list.changed > 0 ? `${list.changed} changed` : null,
    list.gone > 0 ? `${list.gone} no longer listed` : null,
  ].filter((part) => part !== null)
  const what = found.length > 0 ? found.join(', ') : 'Nobody new'
  if (fetch.code === 'cancelled') return `Stopped: ${what} so far`
  if (fetch.code === 'price_reached') return `Stopped at the agreed price: ${what}`
  if (kind === 'next' && list.new > 0)
    return list.new === 1 ? '1 more applicant loaded' : `${list.new} more applicants loaded`
  if (kind === 'next') return 'Nobody new was found'
  if (kind === 'complete' && list.missing) return `${what}. ${list.missing} may still be missing`
  return what
}

/** How far a fetch of several pages has come. */
export const progressWords = ({ rows, consumed, quoted }: FetchProgress): string =>
  `${rows} rows read, ${consumed} of at most ${quoted} credits`
