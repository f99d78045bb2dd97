import type { SavedView, UnreadFilter } from '@/lib/contracts/saved-views'
import { findCurrentView } from './current-view'
import { filterPart } from './view-part'
import { type NamedCriteria, unreadCriteria, unreadFilters } from './unread-filters'

/** What an address says beside its filters. */
export type AddressReading = {
  /** The id of the saved view that is on screen, or that it began from; null for none. */
  viewId: string | null
  /** Its filters or order were changed since. */
  modified: boolean
  /** Filters that are not understood: they narrow nothing, but for criteria that the job does not have, which nobody meets. */
  unread: UnreadFilter[]
}

/**
 * Reads which saved view an address shows, and what of it is not understood.
 * @param views those that the reader has
 * @param job null for one that is not known
 */
export function readAddress(
  views: readonly Pick<SavedView, 'id' | 'query'>[],
  search: string,
  job: NamedCriteria | null,
): AddressReading {
  const { view, modified } = findCurrentView(views, search)
  const query = filterPart(search)
  const unread = [...unreadFilters(query), ...(job === null ? [] : unreadCriteria(query, job))]
  return { viewId: view?.id ?? null, modified, unread }
}
