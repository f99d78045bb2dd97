import { infiniteQueryOptions } from '@tanstack/react-query'
import type { CreditsPage, LedgerFilter } from '@/lib/contracts/credits'
import { answer } from './answers'
import { toSearch } from './bff'
import { call } from './http'
import { keys } from './options'

/** A page of the ledger, newest first. */
export const ledger = (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
  call(answer('creditsPage'), `/api/credits${toSearch({ ...filter, cursor })}`, { signal })

/** The pages of the ledger that a filter leaves, newest first, each with the totals of them all. */
export const ledgerQuery = (
  filter: LedgerFilter,
  fetchPage: (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) => Promise<CreditsPage>,
) =>
  infiniteQueryOptions({
    queryKey: [...keys.credits, 'ledger', filter],
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
