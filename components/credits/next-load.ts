import type { Job } from '@/lib/contracts/job'
import { quoteCredits } from '@/lib/domain/credits'

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

/** What the next load of a list asks for; null where the provider has nothing more to give. */
export function nextLoad({
  status,
  total,
  stored,
}: Pick<Job, 'status' | 'total' | 'stored'>): NextLoad | null {
  if (status === 'empty' || total === null) {
    return { rows: rowsPerLoad, price: quoteCredits(rowsPerLoad), first: true }
  }
  if (status !== 'partial') return null
  // A list that moved can hold more than it counts; asking for one row at least finds its end.
  const rows = Math.min(rowsPerLoad, Math.max(1, total - stored))
  return { rows, price: quoteCredits(rows), first: false }
}

/** All that is left of a list, load by load: rows and the most it can cost together. */
export function restOfList(
  job: Pick<Job, 'status' | 'total' | 'stored'>,
): { rows: number; price: number } | null {
  let next = nextLoad(job)
  if (!next || next.first) return next
  let rows = 0
  let price = 0
  while (next && !next.first && rows < (job.total ?? 0)) {
    rows += next.rows
    price += next.price
    next = job.stored + rows >= (job.total ?? 0) ? null : nextLoad({ ...job, stored: job.stored + rows })
  }
  return { rows, price }
}

export const creditsText = (count: number) => `${count} ${count === 1 ? 'credit' : 'credits'}`
export const applicantsText = (count: number) => `${count} ${count === 1 ? 'applicant' : 'applicants'}`
