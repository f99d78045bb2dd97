import type { FetchKind } from '@/lib/contracts/fetch'
import type { Offer, Offers } from '@/lib/contracts/offers'
import { sweepCredits, chooseSweep, sweepRows, firstWindow, type ListState, countMissing } from './list-drift'
import { priceRows, type Terms } from './terms'

/** A single window. `next` promises no more people than the total still leaves room for; a check reads what it reads. */
function windowOffer(list: ListState, kind: 'next' | 'check', terms: Terms): Offer | null {
  const window = firstWindow(list, kind, terms)
  if (!window) return null
  const { count } = window
  const missing = kind === 'next' ? countMissing(list) : null
  return {
    rows: missing ? Math.min(count, missing) : count,
    credits: priceRows(count, terms),
    resumes: false,
  }
}

/** Many windows. Where the length of the list is not known, the price is that of the first, after which it stops. */
function planOffer(list: ListState, kind: 'complete' | 'refresh', terms: Terms): Offer | null {
  if (kind === 'refresh' && !list.fetched) return null
  const plan = chooseSweep(list, kind)
  const window = firstWindow(list, kind, terms)
  if (plan === null || !window) return null
  return {
    rows: sweepRows(list, plan) ?? window.count,
    credits: sweepCredits(list, plan, terms) ?? priceRows(window.count, terms),
    resumes: plan === 'pass' && list.again !== null,
  }
}

/**
 * What one kind of fetch does to a list as it is now, and the most it costs: what a fetch asks for and is refused by.
 * @returns null when there is nothing to fetch
 */
export const toOffer = (list: ListState, kind: FetchKind, terms: Terms): Offer | null =>
  kind === 'next' || kind === 'check' ? windowOffer(list, kind, terms) : planOffer(list, kind, terms)

/** Every way to fetch from a list as it is now. */
export const toOffers = (list: ListState, terms: Terms): Offers => ({
  next: toOffer(list, 'next', terms),
  check: toOffer(list, 'check', terms),
  complete: toOffer(list, 'complete', terms),
  refresh: toOffer(list, 'refresh', terms),
})
