import * as z from 'zod/mini'
import type { facetKeys } from './words'

export const facetValue = z.object({
  /** What goes into the URL. */
  value: z.string(),
  /** What a reader sees. */
  label: z.string(),
  count: z.int(),
})
export type FacetValue = z.infer<typeof facetValue>

export type FacetKey = (typeof facetKeys)[number]

/** Each facet counts the stored rows of the view without that facet's own choice, most frequent first. */
export const facets = z.object({
  matched: z.int(),
  facets: z.object({
    rating: z.array(facetValue),
    top: z.array(facetValue),
    company: z.array(facetValue),
    location: z.array(facetValue),
    years: z.array(facetValue),
  }),
})
export type Facets = z.infer<typeof facets>
