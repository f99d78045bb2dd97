'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { FilterBar } from '@/components/filters/filter-bar'
import type { FilterSource } from '@/components/filters/filter-source'
import { SortSelect } from '@/components/filters/sort-select'
import { useView } from '@/components/filters/use-view'
import { CompareBar } from '@/components/guest/compare-bar'
import { CompareView } from '@/components/guest/compare-view'
import { GoneNotice } from '@/components/guest/gone-notice'
import { GuestHeader } from '@/components/guest/guest-header'
import { GuestRequest } from '@/components/guest/guest-request'
import { GuestList } from '@/components/guest/guest-list'
import { NobodyShown, NotRead, Preparing } from '@/components/guest/nobody-shown'
import { useComparison } from '@/components/guest/use-comparison'
import { useGuestPages } from '@/components/guest/use-guest-pages'
import { useOpenPeople } from '@/components/guest/use-open-people'
import { announce } from '@/components/ui/announcer'
import type { GuestPerson, OpenGuestLink } from '@/lib/contracts/guest'
import { guestFacetKeys, guestSortKeys } from '@/lib/contracts/share-words'
import { careerAxis } from '@/lib/domain/career-axis'
import { viewForGuest } from '@/lib/domain/guest-view'
import { searchTerms } from '@/lib/domain/search'
import { guestBff, guestKeys } from '@/lib/query/guest'
import { isUnfiltered } from '@/lib/url/view'
import { GuestPanel } from './guest-panel'

const guestFilterSource = (token: string, names: boolean): FilterSource => ({
  facets: guestFacetKeys,
  sortKeys: guestSortKeys(names),
  ownOrder: 'As it was shared',
  queryKey: guestKeys.facets(token),
  count: (view, facet, find, signal) => guestBff.facet(token, view, facet, find, signal),
})

/** Everything a guest does with a list: read, filter, open, compare, and say what they think where that is asked. */
export function GuestScreen({ token, link }: { token: string; link: OpenGuestLink }) {
  const { fields, month, careerFrom } = link
  const { names } = fields
  const filters = useMemo(() => guestFilterSource(token, names), [token, names])
  const { view: asked, change, clear } = useView()
  const view = useMemo(() => viewForGuest(asked, { names }), [asked, names])
  const pages = useGuestPages(token, view)
  const { open, onToggle } = useOpenPeople()
  const [guestName, setGuestName] = useState(link.guestName ?? '')
  const comparison = useComparison(token)

  const terms = useMemo(() => searchTerms(view.q), [view.q])
  const axis = useMemo(() => careerAxis(10, month, careerFrom), [month, careerFrom])
  const filtered = !isUnfiltered(view)
  const matched = pages.counts?.matched ?? 0
  const settled = pages.counts !== null && !pages.stale
  useEffect(() => {
    if (settled && filtered) announce(matched === 1 ? '1 person matches' : `${matched} people match`)
  }, [settled, filtered, matched])

  const panel = useCallback(
    (person: GuestPerson) => (
      <GuestPanel
        token={token}
        link={link}
        person={person}
        terms={terms}
        guestName={guestName}
        onName={setGuestName}
      />
    ),
    [token, link, terms, guestName],
  )

  if (pages.problem?.code === 'share_link_gone') return <GoneNotice />
  if (comparison.comparing) {
    return (
      <>
        <GuestHeader link={link} matched={null} />
        <CompareView
          people={comparison.people}
          asOf={month}
          axis={axis}
          fields={fields}
          onDrop={comparison.onDrop}
          onBack={comparison.onBack}
        />
      </>
    )
  }
  return (
    <>
      <GuestHeader link={link} matched={filtered && settled ? matched : null} />
      <GuestRequest token={token} link={link} guestName={guestName} />
      {link.people > 0 ? (
        <FilterBar
          source={filters}
          view={view}
          change={change}
          waiting={pages.stale && pages.fetching}
          clear={clear}
          scope={{ stored: link.people, complete: true, shared: true }}
          matched={settled ? matched : null}
        >
          <SortSelect source={filters} view={view} change={change} />
        </FilterBar>
      ) : null}
      {pages.preparing && !pages.problem ? <Preparing detail={pages.preparing} /> : null}
      {pages.problem ? <NotRead problem={pages.problem} onRetry={pages.retry} /> : null}
      {pages.people.length > 0 ? (
        <GuestList
          label={`People of ${link.title}`}
          pages={pages}
          open={open}
          chosen={comparison.chosen}
          terms={terms}
          axis={axis}
          asOf={month}
          onToggle={onToggle}
          onChoose={comparison.onChoose}
          panel={panel}
        />
      ) : settled ? (
        <NobodyShown filtered={filtered} onClear={clear} />
      ) : null}
      <div className="h-20" />
      <CompareBar
        count={comparison.chosen.length}
        onCompare={comparison.compareChosen}
        onClear={comparison.chooseNobody}
      />
    </>
  )
}
