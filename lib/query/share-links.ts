import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ShareLinkList, ShareLinkRequest } from '@/lib/contracts/share-link'
import { shape, toSearch } from './bff'
import { call, json } from './http'

export const shareLinkCalls = {
  make: (request: ShareLinkRequest) =>
    call(shape('newShareLink'), '/api/share-links', { ...json(request), method: 'POST' }),
  list: (cursor: string | null, signal?: AbortSignal) =>
    call(shape('shareLinkList'), `/api/share-links${toSearch({ cursor })}`, { signal }),
  /** Closes a link at once. */
  revoke: (id: string) => call(shape('shareLink'), `/api/share-links/${id}`, { method: 'DELETE' }),
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
