'use client'

import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { FilterBar } from '@/components/filters/filter-bar'
import type { FilterSource } from '@/components/filters/filter-source'
import { SortSelect } from '@/components/filters/sort-select'
import { useView } from '@/components/filters/use-view'
import { CompareBar, compareButtonId } from '@/components/guest/compare-bar'
import { CompareView } from '@/components/guest/compare-view'
import { GoneNotice } from '@/components/guest/gone-notice'
import { GuestHeader } from '@/components/guest/guest-header'
import { GuestRequest } from '@/components/guest/guest-request'
import { GuestList } from '@/components/guest/guest-list'
import { NobodyShown, NotRead, Preparing } from '@/components/guest/nobody-shown'
import { useGuestPages } from '@/components/guest/use-guest-pages'
import { useAddress } from '@/components/shared/use-address'
import { announce } from '@/components/ui/announcer'
import type { GuestPerson, OpenGuestLink } from '@/lib/contracts/guest'
import { guestFacetKeys, guestSortKeys, maxCompared } from '@/lib/contracts/share-words'
import { careerAxis } from '@/lib/domain/career-axis'
import { viewForGuest } from '@/lib/domain/guest-view'
import { searchTerms } from '@/lib/domain/search'
import { guestBff, guestKeys, guestPersonQuery } from '@/lib/query/guest'
import { parseAsArrayOf, parseAsString } from '@/lib/url/parser'
import { isUnfiltered } from '@/lib/url/view'
import { GuestPanel } from './guest-panel'

const guestFilterSource = (token: string, names: boolean): FilterSource => ({
  facets: guestFacetKeys,
  sortKeys: guestSortKeys(names),
  ownOrder: 'As it was shared',
  queryKey: guestKeys.facets(token),
  count: (view, facet, find, signal) => guestBff.facet(token, view, facet, find, signal),
})

const compareParsers = { compare: parseAsArrayOf(parseAsString).withDefault([]) }

/** Everything a guest does with a list: read, filter, open, compare, and say what they think where that is asked. */
export function GuestScreen({ token, link }: { token: string; link: OpenGuestLink }) {
  const { fields, month, careerFrom } = link
  const { names } = fields
  const filters = useMemo(() => guestFilterSource(token, names), [token, names])
  const { view: asked, change, clear } = useView()
  const view = useMemo(() => viewForGuest(asked, { names }), [asked, names])
  const pages = useGuestPages(token, view)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [guestName, setGuestName] = useState(link.guestName ?? '')
  const [{ compare }, setAddress] = useAddress(compareParsers)
  const compared = [...new Set(compare)].slice(0, maxCompared)
  const setCompared = useCallback(
    (refs: readonly string[]) => setAddress({ compare: [...refs] }),
    [setAddress],
  )
  const people = useQueries({
    queries: compared.map((ref) => ({
      ...guestPersonQuery(token, ref, (signal) => guestBff.person(token, ref, signal)),
      staleTime: 60_000,
    })),
  })
  const found = people.flatMap(({ data }) => (data ? [data.person] : []))

  const comparing = compared.length > 1 && found.length > 1
  const wasComparing = useRef(false)
  useEffect(() => {
    if (wasComparing.current && !comparing) {
      const button = document.querySelector<HTMLButtonElement>(`#${compareButtonId}:enabled`)
      ;(button ?? document.getElementById('main'))?.focus({ preventScroll: true })
    }
    wasComparing.current = comparing
  }, [comparing])
  const onBack = useCallback(() => setCompared([]), [setCompared])

  const terms = useMemo(() => searchTerms(view.q), [view.q])
  const axis = useMemo(() => careerAxis(10, month, careerFrom), [month, careerFrom])
  const filtered = !isUnfiltered(view)
  const matched = pages.counts?.matched ?? 0
  const settled = pages.counts !== null && !pages.stale
  useEffect(() => {
    if (settled && filtered) announce(matched === 1 ? '1 person matches' : `${matched} people match`)
  }, [settled, filtered, matched])

  const onToggle = useCallback(
    (ref: string) =>
      setOpen((before) => {
        const next = new Set(before)
        if (!next.delete(ref)) next.add(ref)
        return next
      }),
    [],
  )
  const onChoose = useCallback(
    (ref: string) =>
      setChosen((before) =>
        before.includes(ref)
          ? before.filter((other) => other !== ref)
          : [...before, ref].slice(0, maxCompared),
      ),
    [],
  )
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
  if (comparing) {
    return (
      <>
        <GuestHeader link={link} matched={null} />
        <CompareView
          people={found}
          asOf={month}
          axis={axis}
          fields={fields}
          onDrop={(ref) => {
            const rest = compared.filter((other) => other !== ref)
            setChosen(rest)
            setCompared(rest.length > 1 ? rest : [])
          }}
          onBack={onBack}
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
          chosen={chosen}
          terms={terms}
          axis={axis}
          asOf={month}
          onToggle={onToggle}
          onChoose={onChoose}
          panel={panel}
        />
      ) : settled ? (
        <NobodyShown filtered={filtered} onClear={clear} />
      ) : null}
      <div className="h-20" />
      <CompareBar count={chosen.length} onCompare={() => setCompared(chosen)} onClear={() => setChosen([])} />
    </>
  )
}
