import type { SavedView, UnreadFilter } from '@/lib/contracts/saved-views'
import { findCurrentView } from './current-view'
import { filterPart } from './opening-view'
import { unreadFilters } from './unread-filters'

/** What an address says beside its filters. */
export type AddressReading = {
  /** The id of the saved view that is on screen, or that it began from; null for none. */
  viewId: string | null
  /** Its filters or order were changed since. */
  modified: boolean
  /** Filters that are not understood, and narrow nothing. */
  unread: UnreadFilter[]
}

/**
 * Reads which saved view an address shows, and what of it is not understood.
 * @param views those that the reader has
 */
export function readAddress(
  views: readonly Pick<SavedView, 'id' | 'query'>[],
  search: string,
): AddressReading {
  const { view, modified } = findCurrentView(views, search)
  return { viewId: view?.id ?? null, modified, unread: unreadFilters(filterPart(search)) }
}
