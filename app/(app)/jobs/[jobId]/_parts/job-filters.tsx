'use client'

import { useMemo } from 'react'
import { FilterBar } from '@/components/filters/filter-bar'
import { jobFilters } from '@/components/filters/filter-source'
import { SortSelect } from '@/components/filters/sort-select'
import { DisplayButton } from './display-button'
import { useScreen } from './use-job-screen'
import { ViewsButton } from './views-button'

/** Search, filters and the display options of a job that has people. */
export function JobFilters() {
  const { jobRef, job, hasPeople, view, change, clear, matched, pages } = useScreen()
  const { hasApplied, hasEducation, hasCriteria } = job
  const source = useMemo(
    () => jobFilters(jobRef, { hasApplied, hasEducation, hasCriteria }),
    [jobRef, hasApplied, hasEducation, hasCriteria],
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
