import type { LedgerFilter } from '@/lib/contracts/credits'
import { answer } from './answers'
import { call } from './http'

function ledgerSearch(filter: LedgerFilter, cursor: string | null): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, cursor }))
    if (value !== null) search.set(name, value)
  return search.size === 0 ? '' : `?${search}`
}

/** A page of the ledger, newest first. */
export const ledger = (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
  call(answer('creditsPage'), `/api/credits${ledgerSearch(filter, cursor)}`, { signal })
