import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { Job } from '@/lib/contracts/job'
import type { SortKey, View } from '@/lib/contracts/view'
import { facetKeys, sortKeys } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

/** What a list can be filtered and sorted by, and who counts its choices. */
export type FilterSource = {
  facets: readonly FacetKey[]
  sortKeys: readonly SortKey[]
  /** What the order is called that the list has by itself. */
  ownOrder: string
  /** Begins the key of every count. */
  queryKey: readonly unknown[]
  count: (view: View, facet: FacetKey, find: string, signal?: AbortSignal) => Promise<Facets>
}

/** The applicants of a job, for the team. */
export const jobFilters = (
  ref: JobRef,
  { hasApplied, hasEducation }: Pick<Job, 'hasApplied' | 'hasEducation'>,
): FilterSource => ({
  facets: facetKeys.filter(
    (key) => (key !== 'applied' || hasApplied) && (key !== 'education' || hasEducation),
  ),
  sortKeys: sortKeys.filter((key) => key !== 'applied' || hasApplied),
  ownOrder: 'Provider’s order',
  queryKey: keys.facets(ref),
  count: (view, facet, find, signal) => bff.facet(ref, view, facet, find, signal),
})
