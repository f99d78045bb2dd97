import type { ShareLinkRequest } from '@/lib/contracts/share-link'
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
