'use client'

import { useEffect, useRef } from 'react'
import { announce } from '@/components/ui/announcer'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import { isUnfiltered, viewToSearch } from '@/lib/url/view'

function describeMatches({ stored, status }: Job, matched: number, filtered: boolean): string {
  const all = status === 'complete'
  if (!filtered) return all ? `All ${stored} applicants are shown` : `All ${stored} loaded are shown`
  if (all) return `${matched} of ${stored} ${stored === 1 ? 'applicant matches' : 'applicants match'}`
  return `${matched} ${matched === 1 ? 'matches' : 'match'} of ${stored} loaded`
}

type Facts = { view: View; job: Job; matched: number; /** The numbers are of this view. */ settled: boolean }

/** Says how many match, once after each change of the filters, to whoever listens rather than looks. */
export function useAnnounceMatches({ view, job, matched, settled }: Facts): void {
  const filters = viewToSearch({ ...view, sort: [] })
  const announced = useRef(filters)
  const text = describeMatches(job, matched, !isUnfiltered(view))
  useEffect(() => {
    if (!settled || announced.current === filters) return
    announced.current = filters
    announce(text)
  }, [settled, filters, text])
}
