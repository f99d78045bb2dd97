'use client'

import { useMemo } from 'react'
import { FilterBar } from '@/components/filters/filter-bar'
import { jobFilters } from '@/components/filters/filter-source'
import { SortSelect } from '@/components/filters/sort-select'
import { facetKeys } from '@/lib/contracts/words'
import { getChoices } from '@/lib/url/facet-choices'
import { DisplayButton } from './display-button'
import { useScreen } from './use-job-screen'
import { ViewsButton } from './views-button'

/** Search, filters and the display options of a job that has people. */
export function JobFilters() {
  const { jobRef, job, hasPeople, view, change, clear, matched, pages } = useScreen()
  const { hasApplied, hasEducation, hasCriteria } = job
  const filtered = facetKeys.filter((key) => getChoices(view, key).length > 0).join()
  const source = useMemo(
    () => jobFilters(jobRef, { hasApplied, hasEducation, hasCriteria }, filtered.split(',')),
    [jobRef, hasApplied, hasEducation, hasCriteria, filtered],
  )
  if (!hasPeople) return null
  return (
    <FilterBar
      source={source}
      view={view}
      change={change}
      waiting={pages.stale && pages.fetching}
      clear={clear}
      scope={{ stored: job.stored, complete: job.status === 'complete' }}
      lead={<ViewsButton />}
      matched={pages.range === null || pages.stale ? null : matched}
    >
      <SortSelect source={source} view={view} change={change} />
      <DisplayButton />
    </FilterBar>
  )
}
