import 'server-only'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { getSort } from '@/lib/contracts/sort-definitions'
import type { View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import type { ListVersion } from '@/lib/server/candidates/store/list-version'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { getChoices } from '@/lib/url/facet-choices'

/** The facets that narrow a view. */
export const facetsInUse = (view: View): FacetKey[] =>
  facetKeys.filter((key) => getChoices(view, key).length > 0)

const readsMarks = (view: View, facets: readonly FacetKey[]): boolean =>
  view.sort.some(({ key }) => getSort(key).marks === true) ||
  facets.some((key) => getFacet(key).marks !== undefined)

/**
 * The version of the rows of a view: what people did about applicants decides a view that asks for it, who has seen what
 * a view of news, and the list alone any other.
 * @param facets those that are counted as well
 */
export function versionOfRows(
  view: View,
  { rows, marked, page }: ListVersion,
  facets: readonly FacetKey[] = facetsInUse(view),
): string {
  if (view.new !== false) return page
  return readsMarks(view, facets) ? marked : rows
}

/**
 * Whose rows they are, and on which day: what is due today is not tomorrow. Null where they are the same for everyone.
 * @param withheld decisions are withheld from the reader, as the list's version tells
 */
export const readerOfRows = (
  view: View,
  { reader, today = '' }: Pick<ReaderKey, 'reader' | 'today'>,
  { withheld }: Pick<ListVersion, 'withheld'>,
  facets: readonly FacetKey[] = facetsInUse(view),
): string | null =>
  view.new === false &&
  !(withheld && readsMarks(view, facets)) &&
  !facets.some((key) => getFacet(key).marks === 'mine') &&
  !view.sort.some(({ key }) => getSort(key).forReader)
    ? null
    : `${reader} ${today}`
