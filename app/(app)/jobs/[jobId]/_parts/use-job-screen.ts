'use client'

import { createContext, use, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { type CandidatePages, useCandidatePages } from '@/components/candidate-table/use-candidate-pages'
import { useLayout } from '@/components/candidate-table/use-layout'
import { useOpenRows } from '@/components/candidate-table/use-open-rows'
import { useOpenPerson, usePersonStep } from '@/components/candidate-table/use-person-step'
import { useSelection } from '@/components/candidate-table/use-selection'
import { useView } from '@/components/filters/use-view'
import type { HistoryStep } from '@/components/shared/use-address'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import { absentColumns, columnIds } from '@/lib/domain/columns'
import { searchTerms } from '@/lib/domain/search'
import { toMonth } from '@/lib/domain/tenure'
import { noOffers, unopenedJob } from '@/lib/domain/unopened-job'
import type { TableLayout } from '@/lib/url/layout'
import type { JobRef } from '@/lib/url/paths'
import type { AddressReading } from '@/lib/url/read-address'
import { isUnfiltered, normalizeView } from '@/lib/url/view'
import type { Arrival } from './arrival'
import { useAddressReading } from './use-address-reading'
import { useAnnounceMatches } from './use-announce-matches'
import { useArrival } from './use-arrival'
import { usePurchases } from './use-purchases'

export type JobScreenProps = {
  jobRef: JobRef
  /** What the server read of the address. */
  address: AddressReading
  arrival: Arrival
  /** As the server knew it; null when the store could not be read. */
  job: Job | null
  /** How the table is arranged, from the address or this browser's cookie. */
  layout: TableLayout
  /** The server's clock, ISO 8601: the present where the job could not be read. */
  now: string
  /** The reader holds a phone, as far as the server can tell. */
  phone: boolean
}

const noKeys: string[] = []

// The store could not be read: any price would be a guess, so nothing is offered.
const unreadJob = ({ jobId, account }: JobRef, now: string): Job =>
  unopenedJob({ jobId, account: account ?? '' }, toMonth(now), noOffers)

// Each page of rows brings the job again: the columns stay the same object, so that no row is drawn again for it.
function useAbsentColumns(job: Job) {
  const absent = absentColumns(job).join()
  return useMemo(() => columnIds.filter((id) => absent.split(',').includes(id)), [absent])
}

/** Changes the view, and asks for its rows at once: drawn first, the page would ask for them a frame later. */
function useEagerChange({ view, change }: ReturnType<typeof useView>, { prepare }: CandidatePages) {
  const latest = useRef(view)
  useLayoutEffect(() => {
    latest.current = view
  }, [view])
  return useCallback(
    (patch: Partial<View>, step?: HistoryStep) => {
      prepare(normalizeView({ ...latest.current, ...patch }))
      change(patch, step)
    },
    [change, prepare],
  )
}

/** Everything the parts of the job page share: the job, the view and its rows, who is open or selected, purchases. */
export function useJobScreen({ jobRef: { jobId, account }, job: serverJob, ...initial }: JobScreenProps) {
  const jobRef = useMemo(() => ({ jobId, account }), [jobId, account])
  const viewed = useView()
  const { view, clear } = viewed
  const around = initial.arrival.kind === 'person' ? initial.arrival.applicationId : null
  const pages = useCandidatePages(jobRef, view, around === null ? null : { around })
  const change = useEagerChange(viewed, pages)
  const selection = useSelection(pages.range?.keys ?? noKeys)
  const display = useLayout(initial.layout)
  const open = useOpenRows(jobRef, around, display.layout.details === 'beside')
  const openPerson = useOpenPerson(pages, open)
  const person = usePersonStep(pages, open)
  const arrival = useArrival(initial.arrival, { clear, open, pages })
  const { range, stale, problem } = pages
  const job = range?.job ?? serverJob ?? unreadJob(jobRef, initial.now)
  const address = useAddressReading(jobRef, job, initial.address)
  const filtered = !isUnfiltered(view)
  const matched = range?.counts.matched ?? 0
  // The terms of the rows on screen: they stay marked until the rows of a new search are here.
  const searchText = range?.q ?? view.q
  const terms = useMemo(() => searchTerms(searchText), [searchText])
  const purchases = usePurchases({ jobRef, job, pages, view })
  useAnnounceMatches({ view, job, matched, settled: range !== null && !stale })

  return {
    jobRef,
    job,
    title: job.label ?? `Job ${job.jobId}`,
    /** The answer of the store is here: what is said of the job is so. */
    known: range !== null || problem === null,
    /** Somebody is stored: there is a list to filter, arrange and share. */
    hasPeople: job.status !== 'empty' && job.stored > 0,
    retention: serverJob?.retention,
    decided: serverJob?.decided,
    view,
    /** The job's saved views, which one this is, and what of the address is not understood. */
    address,
    change,
    clear,
    filtered,
    matched,
    terms,
    pages,
    open,
    /** Open beside the list; null for nobody, and where people open below their rows. */
    openPerson,
    /** Where the person opened last stands in the list, and the way to the next. */
    person,
    selection,
    display,
    /** Columns this list has nothing to show in. */
    absentColumns: useAbsentColumns(job),
    arrival,
    phone: initial.phone,
    purchases,
  }
}

export type JobScreenState = ReturnType<typeof useJobScreen>

export const JobScreenContext = createContext<JobScreenState | null>(null)

/** The state of the job page, for one of its parts. */
export function useScreen(): JobScreenState {
  const state = use(JobScreenContext)
  if (state === null) throw new Error('A part of the job page stands outside JobScreen')
  return state
}
