import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InboxPage } from '@/lib/contracts/inbox'
import { answer } from './answers'
import { call } from './http'

export const inboxKey = ['inbox'] as const

/** How much of what waits for the reader is unread. */
export const inboxCountQuery = queryOptions({
  queryKey: [...inboxKey, 'count'],
  queryFn: ({ signal }) => call(answer('inboxCount'), '/api/inbox/count', { signal }),
})

/** What waits for the reader, newest first, page by page. */
export const inboxQuery = (fetchPage: (cursor: string | null, signal?: AbortSignal) => Promise<InboxPage>) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, 'items'],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
