import { getFacet } from '@/lib/contracts/facet-definitions'
import type { View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import { getChoices } from './facet-choices'

/** The filters of a view that show other people to each reader, by their names on the screen. */
export function ownFilters(view: View): string[] {
  const chosen = facetKeys.filter((key) => getFacet(key).marks === 'mine' && getChoices(view, key).length > 0)
  const labels = chosen.map((key) => getFacet(key).label)
  return view.new === true ? [...labels, 'New since the last visit'] : labels
}
