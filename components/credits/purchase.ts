import type { FetchKind } from '@/lib/contracts/fetch'
import type { Job } from '@/lib/contracts/job'

export type Purchase = {
  kind: FetchKind
  /** The most it may cost, in credits: the price that was shown. */
  price: number
  /** How many applicants it can bring. */
  rows: number
  /** What its presser had before them: they buy only what is not there. */
  seen: { stored: number; revision: number }
  /** Where it was asked for, so that its answer appears there. */
  origin: 'scope' | 'end' | 'look'
  /** Caused by scrolling, not by a press. */
  automatic?: boolean
  /** Retried automatically after the provider asked to wait: once, not twice. */
  afterWait?: boolean
}

/** What a list is known by where something is bought of it. */
export type Offering = Pick<Job, 'offers' | 'stored' | 'revision'>

/** Takes up the offer that a list carries; null where there is none. */
export function toPurchase(
  { offers, stored, revision }: Offering,
  kind: FetchKind,
  origin: Purchase['origin'],
): Purchase | null {
  const offer = offers[kind]
  return offer && { kind, price: offer.credits, rows: offer.rows, seen: { stored, revision }, origin }
}
