// The fixed words of sharing, apart from their schemas: a dialog that only needs them does not load a validator.
import { type facetDefinitions, getFacet } from './facet-definitions'
import type { FacetKey } from './facets'
import { getSort } from './sort-definitions'
import type { SortKey } from './view'
import { facetKeys, sortKeys } from './words'

/** For how many days a link can be made. */
export const shareDays = [1, 7, 14, 30, 90] as const
export type ShareDays = (typeof shareDays)[number]

export const defaultShareDays: ShareDays = 14
export const minPasscodeLength = 6
export const maxAddressee = 80
export const maxLinkMessage = 1_000

/** The most people that can be named one by one. */
export const maxSharedAtOnce = 1_000
/** The most people who are compared side by side. */
export const maxCompared = 4

type Definitions = typeof facetDefinitions
/** What a guest can filter by: nothing that they are not shown. */
export type GuestFacetKey = {
  [Key in FacetKey]: Definitions[Key] extends { guests: true } ? Key : never
}[FacetKey]
export const guestFacetKeys = facetKeys.filter((key): key is GuestFacetKey => getFacet(key).guests === true)

/** What a guest can sort by. @param names they are shown names */
export const guestSortKeys = (names: boolean): SortKey[] =>
  sortKeys.filter((key) => getSort(key).guests === true || (names && getSort(key).guests === 'named'))
