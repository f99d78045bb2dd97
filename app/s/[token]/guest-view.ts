import type { ShareFields } from '@/lib/contracts/share'
import { guestSortKeys } from '@/lib/contracts/share-words'
import type { View } from '@/lib/contracts/view'

/** What of an address can be asked of a link: the server ignores the rest, so the page does not count it as a filter. */
export const viewForGuest = (view: View, { names }: Pick<ShareFields, 'names'>): View => ({
  ...view,
  seen: [],
  applied: [],
  new: false,
  sort: view.sort.filter(
    ({ key }) => guestSortKeys.some((known) => known === key) && (names || key !== 'name'),
  ),
})
