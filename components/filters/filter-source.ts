import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import type { Job } from '@/lib/contracts/job'
import { getSort, sortDefinitions } from '@/lib/contracts/sort-definitions'
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

const isTrue = <Fact extends string>(job: Record<Fact, boolean>, fact: Fact | undefined) =>
  fact === undefined || job[fact]

/**
 * The applicants of a job, for the team.
 * @param filtered facets that the view filters by: these can be removed, whatever the job has
 */
export const jobFilters = (
  ref: JobRef,
  job: Pick<Job, 'hasApplied' | 'hasEducation' | 'hasCriteria'>,
  filtered: readonly string[] = [],
): FilterSource => ({
  facets: facetKeys.filter((key) => isTrue(job, getFacet(key).needs) || filtered.includes(key)),
  sortKeys: sortKeys.filter((key) => isTrue(job, getSort(key).needs)),
  ownOrder: sortDefinitions.position.orders[''],
  queryKey: keys.facets(ref),
  count: (view, facet, find, signal) => bff.facet(ref, view, facet, find, signal),
})
