import type { LedgerFilter } from '@/lib/contracts/credits'
import { answer } from './answers'
import { toSearch } from './bff'
import { call } from './http'

/** A page of the ledger, newest first. */
export const ledger = (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
  call(answer('creditsPage'), `/api/credits${toSearch({ ...filter, cursor })}`, { signal })
