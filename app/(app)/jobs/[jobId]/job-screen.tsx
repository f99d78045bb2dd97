'use client'

import { Link2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { CandidateList } from '@/components/candidate-table/candidate-list'
import { useCandidatePages } from '@/components/candidate-table/use-candidate-pages'
import { type Layout, useLayout } from '@/components/candidate-table/use-layout'
import { useOpenRows } from '@/components/candidate-table/use-open-rows'
import { useSelection } from '@/components/candidate-table/use-selection'
import { ListEnd } from '@/components/credits/list-end'
import { PersonStrip } from '@/components/credits/person-strip'
import { toPurchase } from '@/components/credits/purchase'
import { ScopeLine } from '@/components/credits/scope-line'
import { StoreNotice } from '@/components/credits/store-notice'
import { fitsAutoload, useAutoload } from '@/components/credits/use-autoload'
import { isBusy, useFetchMore } from '@/components/credits/use-fetch-more'
import { useSpend } from '@/components/credits/use-spend'
import { FilterBar } from '@/components/filters/filter-bar'
import { jobFilters } from '@/components/filters/filter-source'
import { useView } from '@/components/filters/use-view'
import { RetentionNotice } from '@/components/jobs/retention-notice'
import { ShareButton } from '@/components/share/share-button'
import { CopyButton } from '@/components/ui/copy-button'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { useMay } from '@/components/shared/reader'
import { useIntent } from '@/components/ui/use-intent'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Job } from '@/lib/contracts/job'
import type { SortRule, View } from '@/lib/contracts/view'
import { searchTerms } from '@/lib/domain/search'
import { toMonth } from '@/lib/domain/tenure'
import { noOffers, unopenedJob } from '@/lib/domain/unopened-job'
import type { ColumnId, TableLayout } from '@/lib/url/layout'
import { candidatePath, jobPath, type JobRef } from '@/lib/url/paths'
import { isUnfiltered, viewToSearch } from '@/lib/url/view'
import { DisplayButton } from './display-button'
import { JobNews } from './job-news'
import { insteadOfRows } from './instead-of-rows'
import { PersonPanel, preparePanel } from './person-panel'
import { useAnnounceMatches } from './use-announce-matches'
import { useSelectAll } from './use-select-all'

/** Where the person of the address is: in the list at a row, left out by the view, or not loaded. */
export type Arrival =
  | { kind: 'list' }
  | { kind: 'person'; applicationId: string; index: number }
  | { kind: 'left-out' | 'not-loaded'; applicationId: string }

type Props = {
  jobRef: JobRef
  arrival: Arrival
  /** As the server knew it; null when it could not ask its store. */
  job: Job | null
  /** How the table is arranged, from the address or this browser's cookie. */
  layout: TableLayout
  /** The server's clock, ISO 8601: what counts as now where the job could not be read. */
  now: string
}

// Needed once somebody is selected.
const SelectionBar = lazyPart(
  async () => (await import('@/components/candidate-table/selection-bar')).SelectionBar,
  ({ state, retry, onClear }) =>
    state === 'loading' ? null : (
      <div className="fixed end-4 bottom-[calc(1rem+var(--below,0px))] z-20 rounded-panel border border-line bg-panel shadow-float">
        <PartNotice state={state} retry={retry} onClose={onClear} />
      </div>
    ),
)
// Few links name somebody who is not loaded. What is offered then has its place from the start.
const LookForPerson = lazyPart(
  async () => (await import('@/components/credits/look-for-person')).LookForPerson,
  ({ job, state, retry }) => (
    <PersonStrip
      title={`This person is not among the ${job.stored} loaded`}
      actions={<span aria-hidden className="h-8 w-56 card:h-10" />}
    >
      {state === 'loading' ? <p className="h-5" /> : <PartNotice state={state} retry={retry} />}
    </PersonStrip>
  ),
)
const prepareParts = () => {
  preparePanel()
  SelectionBar.prepare()
}

const noKeys: string[] = []
const noApplied: readonly ColumnId[] = ['applied']

const withoutColumns = (arrangement: Layout, ids: readonly ColumnId[]): Layout => ({
  ...arrangement,
  layout: {
    ...arrangement.layout,
    columns: arrangement.layout.columns.filter((id) => !ids.includes(id)),
  },
})

// What the store knows could not be read: nothing is offered on a guess.
const noJob = (ref: JobRef, now: string): Job =>
  unopenedJob({ jobId: ref.jobId, account: ref.account ?? '' }, toMonth(now), noOffers)

const linksTo = (ref: JobRef, applicationIds: Iterable<string>) =>
  [...applicationIds].map((id) => new URL(candidatePath(ref, id), window.location.origin).href).join('\n')

export function JobScreen(props: Props) {
  const { arrival, job: arrivedJob, now } = props
  const { jobId, account } = props.jobRef
  const ref = useMemo(() => ({ jobId, account }), [jobId, account])
  const { view, change, clear } = useView()
  const [person, setPerson] = useState<Arrival>(arrival)
  const [initialStart] = useState(person.kind === 'person' ? { around: person.applicationId } : null)
  const pages = useCandidatePages(ref, view, initialStart)
  const open = useOpenRows(ref, person.kind === 'person' ? person.applicationId : null)
  const more = useFetchMore(ref)
  const autoload = useAutoload()
  const { spend, ask, question } = useSpend(more)
  useIntent(prepareParts)
  const arrangement = useLayout(props.layout)
  const mayShare = useMay('share')
  const selection = useSelection(pages.range?.keys ?? noKeys)
  const { range, stale, problem } = pages
  // Of the rows that are shown: until those of a new search are here, nothing on the screen is drawn anew.
  const searched = range?.q ?? view.q
  const terms = useMemo(() => searchTerms(searched), [searched])
  const job = range?.job ?? arrivedJob ?? noJob(ref, now)
  const { hasApplied, hasEducation } = job
  const filters = useMemo(
    () => jobFilters(ref, { hasApplied, hasEducation }),
    [ref, hasApplied, hasEducation],
  )
  const filtered = !isUnfiltered(view)
  const matched = range?.counts.matched ?? 0
  const title = job.label ?? `Job ${job.jobId}`
  const { y, m } = job.asOf
  const asOf = useMemo(() => ({ y, m }), [y, m])
  useAnnounceMatches({ view, job, matched, settled: range !== null && !stale })
  const selectAll = useSelectAll({ jobRef: ref, view, range, filtered, selection })

  // Scrolling may buy only where the next rows are those a reader scrolls towards: the whole list, in its own order.
  const scrolls = !filtered && view.sort.length === 0
  const { buy, failure } = more
  const busy = isBusy(more)
  const onReach = useCallback(() => {
    const next = toPurchase(job, 'next', 'end')
    const atEnd = range !== null && range.firstIndex + range.items.length >= range.count
    if (stale || !atEnd) return false
    if (!scrolls || busy || failure || !next || job.total === null) return true
    if (autoload === null || !fitsAutoload(autoload, next.price)) return true
    void buy({ ...next, automatic: true })
    return true
  }, [scrolls, stale, busy, failure, range, job, autoload, buy])

  const { jump } = pages
  const { ids: openIds, restore } = open
  const onFound = useCallback(() => {
    if (person.kind === 'list') return
    const { applicationId } = person
    clear()
    // The address names them already.
    restore([...openIds, applicationId])
    jump({ around: applicationId })
    setPerson({ kind: 'person', applicationId, index: 0 })
  }, [person, clear, openIds, restore, jump])

  const shownArrangement = useMemo(
    () => withoutColumns(arrangement, hasApplied ? [] : noApplied),
    [arrangement, hasApplied],
  )
  const { zoom } = arrangement.layout
  const panel = useCallback(
    (candidate: Candidate) => (
      <PersonPanel
        jobRef={ref}
        candidate={candidate}
        terms={terms}
        asOf={asOf}
        zoom={zoom}
        earliest={job.careerFrom}
      />
    ),
    [ref, terms, asOf, zoom, job.careerFrom],
  )
  const onSort = useCallback((sort: SortRule[]) => change({ sort }), [change])
  const prepare = (patch: Partial<View>) => pages.prepare({ ...view, ...patch })

  const shared = { jobRef: ref, jobTitle: title, view: viewToSearch(view), matched, filtered }
  const known = range !== null || problem === null
  const bought = job.status !== 'empty' && job.stored > 0
  return (
    <CandidateList
      jobRef={ref}
      label={`Applicants of ${title}`}
      path={jobPath(ref).split('?', 1)[0] ?? ''}
      view={view}
      pages={pages}
      open={open}
      selection={selection}
      selectAll={selectAll}
      arrangement={shownArrangement}
      asOf={asOf}
      earliest={job.careerFrom}
      onSort={onSort}
      onSortIntent={(sort) => prepare({ sort })}
      terms={terms}
      initialIndex={arrival.kind === 'person' ? arrival.index : 0}
      reveal={person.kind === 'person' ? person.applicationId : null}
      onReach={onReach}
      panel={panel}
      above={
        <>
          <header className="flex flex-wrap items-end gap-x-4 gap-y-2 px-5 pt-4 pb-3 card:px-4">
            <div className="min-w-0 flex-1 card:basis-full">
              <h1 className="truncate text-title font-semibold tracking-tight">
                <bdi>{title}</bdi>
              </h1>
              <JobNews jobRef={ref} job={job} value={view.new} onChange={(value) => change({ new: value })} />
            </div>
            {bought ? (
              <CopyButton
                text={() => new URL(jobPath(ref, view), window.location.origin).href}
                label={filtered ? 'Copy link to this view' : 'Copy link'}
                icon={Link2}
              />
            ) : null}
            {bought && mayShare ? <ShareButton {...shared} selected={noKeys} /> : null}
          </header>
          {known ? (
            <ScopeLine
              job={job}
              matched={matched}
              filtered={range?.filtered ?? filtered}
              searching={stale ? (problem ? 'failed' : 'yes') : 'no'}
              more={more}
              spend={spend}
            />
          ) : null}
          <RetentionNotice
            jobRef={ref}
            name={job.label ?? `job ${job.jobId}`}
            retention={arrivedJob?.retention}
          />
          {person.kind === 'not-loaded' && known ? (
            <LookForPerson
              jobRef={ref}
              applicationId={person.applicationId}
              job={job}
              more={more}
              ask={ask}
              onFound={onFound}
            />
          ) : null}
          {person.kind === 'left-out' ? (
            <PersonStrip
              title="This person is loaded, but left out by the filters"
              actions={
                <a
                  href={candidatePath(ref, person.applicationId)}
                  className="inline-flex h-8 items-center rounded-control bg-accent px-3 text-note font-medium text-accent-ink"
                >
                  Show without filters
                </a>
              }
            >
              <p>The link names someone whom this view does not show.</p>
            </PersonStrip>
          ) : null}
          {bought ? (
            <FilterBar
              source={filters}
              view={view}
              change={change}
              prepare={prepare}
              clear={clear}
              scope={{ stored: job.stored, complete: job.status === 'complete' }}
              matched={range === null || stale ? null : matched}
            >
              <DisplayButton
                jobRef={ref}
                view={view}
                arrangement={arrangement}
                without={hasApplied ? [] : noApplied}
              />
            </FilterBar>
          ) : null}
        </>
      }
      instead={insteadOfRows({ range, problem, job, filtered, stale, more, spend, pages, clear })}
      below={
        <>
          {range !== null && range.count > 0 ? (
            <ListEnd
              job={job}
              matched={matched}
              filtered={filtered}
              scrolls={scrolls}
              autoload={autoload}
              more={more}
              spend={spend}
            />
          ) : null}
          {question}
          {selection.ids.size === 0 ? null : (
            <SelectionBar count={selection.ids.size} onClear={selection.clear}>
              <CopyButton
                text={() => linksTo(ref, selection.ids)}
                label={selection.ids.size === 1 ? 'Copy link' : 'Copy links'}
                icon={Link2}
              />
              {mayShare ? <ShareButton {...shared} selected={[...selection.ids]} /> : null}
            </SelectionBar>
          )}
        </>
      }
      notice={
        range !== null && problem !== null ? (
          <StoreNotice problem={problem} retrying={pages.fetching} onRetry={pages.retry} />
        ) : null
      }
    />
  )
}
