import type { SavedView } from '@/lib/contracts/saved-views'
import { facetKeys } from '@/lib/contracts/words'
import { getChoices } from './facet-choices'
import { filterPart, viewKey } from './view-part'
import { unreadFilters } from './unread-filters'
import { parseView } from './view'

// Two queries mean the same where they show the same people in the same order and leave out the same filters.
function toMeaning(search: string): string {
  const query = filterPart(search)
  const unread = unreadFilters(query).map(({ key, value }) => `${key}=${value}`)
  const view = parseView(query)
  const chosen = facetKeys.map((key) => [...getChoices(view, key)].sort())
  return JSON.stringify([view.q, view.new, view.sort, chosen, unread.sort()])
}

/**
 * The saved view that an address shows, or the one it began from and whose filters were changed since.
 * @param search the query of the address
 * @returns `view` null where the address is none of them
 */
export function findCurrentView<V extends Pick<SavedView, 'id' | 'query'>>(
  views: readonly V[],
  search: string,
): { view: V | null; modified: boolean } {
  if (views.length === 0) return { view: null, modified: false }
  const shown = toMeaning(search)
  const id = new URLSearchParams(search).get(viewKey)
  const origin = views.find((view) => view.id === id)
  const same = [...(origin ? [origin] : []), ...views].find(({ query }) => toMeaning(query) === shown)
  return same ? { view: same, modified: false } : { view: origin ?? null, modified: origin !== undefined }
}
