import * as z from 'zod/mini'
import type { facetKeys } from './words'

export const facetValue = z.object({
  /** What goes into the URL. */
  value: z.string(),
  /** What a reader sees. */
  label: z.string(),
  count: z.int(),
  /** How else it is written, most frequent first; only where it is. */
  forms: z.optional(z.array(z.string())),
  /** Of a location: a country, or a place in one. Of an education: a school or a degree. */
  group: z.optional(z.enum(['country', 'place', 'school', 'degree'])),
})
export type FacetValue = z.infer<typeof facetValue>

export type FacetKey = (typeof facetKeys)[number]

const counted = z.optional(z.array(facetValue))

/**
 * Each facet counts the stored rows of the view without that facet's own choice, most frequent first; what is chosen is
 * among its values even where it counts none. Only the facets that were asked for are there.
 */
export const facets = z.object({
  /** Rows of the whole view; only where all facets were asked for. */
  matched: z.optional(z.int()),
  facets: z.object({
    rating: counted,
    top: counted,
    company: counted,
    now: counted,
    location: counted,
    years: counted,
    title: counted,
    seen: counted,
    applied: counted,
    education: counted,
  }),
})
export type Facets = z.infer<typeof facets>
