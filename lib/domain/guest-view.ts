import { getFacet } from '@/lib/contracts/facet-definitions'
import type { ShareFields } from '@/lib/contracts/share-fields'
import { guestSortKeys } from '@/lib/contracts/share-words'
import type { FacetChoices, View } from '@/lib/contracts/view'
import { emptyView, facetKeys } from '@/lib/contracts/words'

const hidden = facetKeys.filter((key) => !getFacet(key).guests)
const nothingHidden = Object.fromEntries(hidden.map((key) => [key, emptyView[key]])) as Partial<FacetChoices>

/**
 * A view without all that would ask for what a guest is not shown: the server ignores it as it would an unknown key, and
 * the page does not count it as a filter.
 */
export const viewForGuest = (view: View, { names }: Pick<ShareFields, 'names'>): View => ({
  ...view,
  ...nothingHidden,
  new: false,
  sort: view.sort.filter(({ key }) => guestSortKeys(names).includes(key)),
})
