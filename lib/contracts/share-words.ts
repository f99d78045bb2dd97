// The fixed words of sharing, apart from their schemas: a dialog that only needs them does not load a validator.
import type { FacetKey } from './facets'
import type { SortKey } from './view'

/** For how many days a link can be made. */
export const shareDays = [1, 7, 14, 30, 90] as const
export type ShareDays = (typeof shareDays)[number]

export const usualShareDays: ShareDays = 14
export const shortestPasscode = 6

/** The most people that a link shows: they are filtered in memory, over what is shown of them. */
export const mostShared = 2_000
/** The most people that can be named one by one. */
export const mostSharedAtOnce = 1_000
/** The most people who are compared side by side. */
export const mostCompared = 4

/** What a guest can filter by: nothing that they are not shown. */
export const guestFacetKeys = [
  'rating',
  'top',
  'company',
  'now',
  'location',
  'years',
  'title',
  'education',
] as const satisfies readonly FacetKey[]
export type GuestFacetKey = (typeof guestFacetKeys)[number]

/** What a guest can sort by, `name` only where names are shown. */
export const guestSortKeys = ['position', 'name', 'rating', 'years'] as const satisfies readonly SortKey[]
