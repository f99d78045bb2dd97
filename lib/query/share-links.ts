import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ShareLinkList, ShareLinkRequest } from '@/lib/contracts/share-link'
import { answer } from './answers'
import { toSearch } from './bff'
import { call, json } from './http'

/** Calls about links. Each throws `ProblemError`, or the abort reason of its signal. */
export const shareLinkCalls = {
  makeShareLink: (request: ShareLinkRequest) =>
    call(answer('newShareLink'), '/api/share-links', { ...json(request), method: 'POST' }),
  shareLinks: (cursor: string | null, signal?: AbortSignal) =>
    call(answer('shareLinkList'), `/api/share-links${toSearch({ cursor })}`, { signal }),
  /** Closes a link at once. */
  revokeShareLink: (id: string) => call(answer('shareLink'), `/api/share-links/${id}`, { method: 'DELETE' }),
}

export const shareLinkKeys = ['share-links'] as const

/** The links that were made, newest first, page by page. */
export const shareLinksQuery = (
  fetchLinks: (cursor: string | null, signal?: AbortSignal) => Promise<ShareLinkList>,
) =>
  infiniteQueryOptions({
    queryKey: shareLinkKeys,
    queryFn: ({ pageParam, signal }) => fetchLinks(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
