import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { Terms } from '@/lib/domain/terms'

/**
 * How one provider's rows are read. What is stored of an applicant stays as it came, so that it can be read again by
 * a later version.
 */
export type Reader = {
  /** Names the format; stored with every row. */
  name: string
  /** Raised with every change of what `read` gives: rows stored under a lower one are read again. */
  version: number
  /**
   * Reads one raw row, cleaned and with its dates parsed. Never throws: what cannot be read gives an unreadable person.
   * @param raw the row as JSON text
   * @param asOf the month up to which a current job counts
   */
  read: (raw: string, asOf: Month) => Person
  /** The folded public identifiers by which a raw row, readable or not, says who the person is. Never throws. */
  identifiers: (raw: string) => string[]
}

/** What a provider may offer beyond a job's applicants, each by the only prices that it can have. */
type CapabilityPrices = {
  /** Applicants in an order that is asked for. */
  order: 'page'
  /** Applicants with ratings that are asked for. */
  ratings: 'page'
  /** When somebody applied, in the rows themselves. */
  appliedDate: 'none'
  /** Where somebody studied, in the rows themselves. */
  education: 'none'
  /** An applicant's CV. */
  cv: 'unknown'
  /** The account's own postings. */
  jobs: 'unknown'
  /** Credits left with the provider. */
  balance: 'free'
  /** The accounts of the key, and whether they are connected. */
  accounts: 'free'
  /** The provider's own record of calls and charges. */
  callLog: 'free'
}

/**
 * `price`: none: in answers that are paid for anyway · page: as the rows it brings · free: a call that costs nothing ·
 * unknown: known from an answer only. `latencyMs`: how long its call usually takes; 0 where none is made.
 */
export type Capabilities = {
  [Name in keyof CapabilityPrices]?: {
    price: CapabilityPrices[Name]
    latencyMs: CapabilityPrices[Name] extends 'none' ? 0 : number
  }
}

export type JobCandidatesQuery = {
  account: { label: string; id: string }
  jobId: string
  /** Rows to ask for. */
  count: number
  /** Zero-based. */
  offset: number
}

/** One element of an answer as JSON text, kept because it was paid for; NUL and lone surrogates stand as `\u` escapes. */
export type ProviderRow = {
  raw: string
  /** Which part could not be read, without its value; null for a row that reads. */
  problem: string | null
}

/** One page of a job's applicants, as the answer states it. Every number fits a 32-bit integer and is not negative. */
export type ProviderPage = {
  /** In the answer's order. */
  rows: ProviderRow[]
  /** Rows in the provider's whole list; null when the answer does not say. */
  total: number | null
  /** Where the page begins: as stated, else as asked. */
  offset: number
  /** Size of the page: as stated, else as asked. `rows.length` may differ from it. */
  count: number
  /** As stated: it may not advance. */
  nextOffset: number | null
  /** As stated; null when the answer does not say. Only `false` ends the list. */
  hasMore: boolean | null
  /** Rows of the answer beyond what one call can bring: they are in `text` only. */
  unreadRows: number
  /** Credits the answer states; null when it states none that can be believed. */
  creditsConsumed: number | null
  /** A price that cannot be believed, as written; null when there is none. */
  oddPrice: string | null
  /** The answer as it came. */
  text: string
}

/** One provider behind its adapter. Nothing outside an adapter's folder knows its wire format, page size or price. */
export type Provider = {
  reader: Reader
  terms: Terms
  /** Only what is listed here is offered on a screen. */
  capabilities: Capabilities
  /**
   * Buys one page of a job's applicants: this is what spends.
   * @throws ProviderError, and nothing else
   */
  getJobCandidates(query: JobCandidatesQuery): Promise<ProviderPage>
}
