import * as z from 'zod/mini'
import { type facetDefinitions, getFacet } from './facet-definitions'
import { facetKeys } from './words'

export type FacetKey = keyof typeof facetDefinitions

type GroupsOf<Definition> = Definition extends { groups: infer Groups } ? keyof Groups : never
type Definitions = typeof facetDefinitions
/** A heading over values of a list. */
export type FacetGroup = { [Key in FacetKey]: GroupsOf<Definitions[Key]> }[FacetKey]

const groups = facetKeys.flatMap((key) => Object.keys(getFacet(key).groups ?? {})) as FacetGroup[]

export const facetValue = z.object({
  /** What goes into the URL. */
  value: z.string(),
  /** What a reader sees. */
  label: z.string(),
  count: z.int(),
  /** How else it is written, most frequent first; only where it is. */
  forms: z.optional(z.array(z.string())),
  /** The heading it stands under, where its facet has some. */
  group: z.optional(z.enum(groups)),
})
export type FacetValue = z.infer<typeof facetValue>

const counted = z.optional(z.array(facetValue))
const countedFacets = Object.fromEntries(facetKeys.map((key) => [key, counted])) as Record<
  FacetKey,
  typeof counted
>

/**
 * Each facet counts the stored rows of the view without that facet's own choice (`criteria`: with it, as its choices narrow
 * each other), most frequent first; what is chosen is
 * among its values even where it counts none. Only the facets that were asked for are there.
 */
export const facets = z.object({
  /** Rows of the whole view; only where all facets were asked for. */
  matched: z.optional(z.int()),
  facets: z.object(countedFacets),
})
export type Facets = z.infer<typeof facets>
