import type { Job } from '@/lib/contracts/job'
import { quoteCredits } from '@/lib/domain/credits'
import { leftOf } from '@/lib/domain/list-words'

/** What one credit buys, and what a check asks for: the first of the list. */
export const checkRows = 10

/** One press asks for at most this many rows: the provider's own page. */
export const rowsPerLoad = 50

export type NextLoad = {
  rows: number
  /** The most it can cost, in credits. */
  price: number
  /** Nothing is known about the list yet, so `rows` is only the most that can come. */
  first: boolean
}

type Known = Pick<Job, 'status' | 'total' | 'stored' | 'missing'>

/** What the next load of a list asks for; null where the provider has nothing more to give. */
export function nextLoad(list: Known): NextLoad | null {
  const { status, total } = list
  if (status === 'empty' || total === null) {
    return { rows: rowsPerLoad, price: quoteCredits(rowsPerLoad), first: true }
  }
  if (status !== 'partial') return null
  // A list that moved can hold more than it counts; asking for what one credit buys finds its end.
  const rows = Math.min(rowsPerLoad, leftOf(list) || checkRows)
  return { rows, price: quoteCredits(rows), first: false }
}

/** All that is left of a list, load by load: rows and the most it can cost together. */
export function restOfList(list: Known): { rows: number; price: number } | null {
  const next = nextLoad(list)
  if (!next || next.first) return next
  const rows = Math.max(next.rows, leftOf(list))
  return { rows, price: quoteCredits(rows) }
}

export const creditsText = (count: number) => `${count} ${count === 1 ? 'credit' : 'credits'}`
export const applicantsText = (count: number) => `${count} ${count === 1 ? 'applicant' : 'applicants'}`
