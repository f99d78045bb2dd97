'use client'

import { type ReactNode, useCallback, useRef, useState } from 'react'
import { ChevronDown, SlidersHorizontal } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog, WaitingPopover } from '@/components/shared/waiting'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { isUnfiltered } from '@/lib/url/view'
import { choiceLabel, facetName } from './choices'
import { FacetField } from './facet-field'
import { FacetPill } from './facet-pill'
import type { CountScope } from './facet-panel'
import type { FilterSource } from './filter-source'
import { SearchField } from './search-field'
import type { HistoryStep } from '@/components/shared/use-address'
import { useLocale } from '@/components/shared/use-locale'

// Most visits never open a filter: what floats is fetched when a pointer or the focus comes near.
const floating = () => import('./facet-popover')
const FacetPopover = lazyPart(
  async () => (await floating()).FacetPopover,
  ({ facetKey, wanted, onWant, ...rest }) => (
    <WaitingPopover {...rest} label={`Filter by ${facetName(facetKey)}`}>
      {getFacet(facetKey).noun ? <FacetField facetKey={facetKey} wanted={wanted} onWant={onWant} /> : null}
    </WaitingPopover>
  ),
)
const MoreMenu = lazyPart(
  async () => (await floating()).MoreMenu,
  (props) => <WaitingPopover {...props} label="More filters" />,
)
const FilterSheet = lazyPart(
  async () => (await import('./filter-sheet')).FilterSheet,
  (props) => <WaitingDialog {...props} label="Filter and sort" />,
)

type Props = {
  source: FilterSource
  view: View
  change: (patch: Partial<View>, step?: HistoryStep) => void
  /** The people of this view are on their way. */
  waiting: boolean
  clear: () => void
  scope: CountScope
  /** How many the view shows; null while that is being counted. */
  matched: number | null
  /** At the start of the bar. */
  lead?: ReactNode
  /** At the end of the bar. */
  children: ReactNode
}
type Opened = FacetKey | 'more' | 'sheet'

/** Search and filters. They hold no state of their own: the address does. */
export function FilterBar(props: Props) {
  const { source, view, change, waiting, clear, scope, matched, lead, children } = props
  const [open, show] = useState<Opened | null>(null)
  // What is looked for in the open filter: kept here, so that typing may begin before the filter's code has come.
  const [wanted, setWanted] = useState('')
  const anchors = useRef(new Map<FacetKey, HTMLButtonElement>())
  const moreButton = useRef<HTMLButtonElement>(null)
  const sheetButton = useRef<HTMLButtonElement>(null)
  const locale = useLocale()
  const active = source.facets.filter((key) => getChoices(view, key).length > 0)
  const bar = source.facets.filter((key) => getFacet(key).place === 'bar')
  const more = source.facets.filter((key) => getFacet(key).place === 'more')
  // What waits under “More” comes out once something in it is chosen, and stays while its choices are open.
  const out = more.filter((key) => active.includes(key))

  const setOpen = (next: Opened | null) => {
    show(next)
    setWanted('')
  }
  const prepareFloating = () => {
    FacetPopover.prepare()
    MoreMenu.prepare()
  }
  const getAnchor = (key: FacetKey) => anchors.current.get(key) ?? moreButton.current
  const search = useCallback((q: string, step: HistoryStep) => change({ q }, step), [change])
  const close = () => setOpen(null)
  const panel = { source, view, change, scope }

  return (
    <div className="flex flex-wrap items-center gap-1.5 px-5 pb-1.5 card:px-4">
      {lead}
      <SearchField committed={view.q} waiting={waiting} commit={search} />
      <button
        ref={sheetButton}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open === 'sheet'}
        onPointerEnter={FilterSheet.prepare}
        onFocus={FilterSheet.prepare}
        onClick={() => setOpen('sheet')}
        className="hidden h-10 min-w-10 items-center justify-center gap-1.5 rounded-control border border-line bg-panel px-2.5 text-note font-medium card:inline-flex"
      >
        <SlidersHorizontal className="size-3.5" />
        <span className="sr-only">Filter and sort</span>
        {active.length > 0 ? (
          <span className="min-w-4 rounded-full bg-accent px-1 text-center text-small text-accent-ink">
            {active.length}
          </span>
        ) : null}
      </button>
      {[...bar, ...out].map((key) => (
        <FacetPill
          key={key}
          ref={(element) => {
            if (element) anchors.current.set(key, element)
            else anchors.current.delete(key)
          }}
          label={getFacet(key).label}
          picked={getChoices(view, key).map((value) => choiceLabel(key, value, locale))}
          open={open === key}
          onIntent={prepareFloating}
          onOpen={() => setOpen(open === key ? null : key)}
          onClear={() => {
            // The button of a facet that goes back under “More” takes the focus with it.
            if (out.includes(key)) moreButton.current?.focus()
            else anchors.current.get(key)?.focus()
            change(setChoices(key, []))
          }}
        />
      ))}
      {out.length < more.length ? (
        <button
          ref={moreButton}
          type="button"
          aria-haspopup="menu"
          aria-expanded={open === 'more'}
          onPointerEnter={prepareFloating}
          onFocus={prepareFloating}
          onClick={() => setOpen(open === 'more' ? null : 'more')}
          className="inline-flex h-8 items-center gap-1.5 rounded-control border border-dashed border-edge/45 ps-2.5 pe-2 text-note text-muted hover:border-edge hover:text-ink card:hidden"
        >
          More
          <ChevronDown className="size-3.5 shrink-0 opacity-70" />
        </button>
      ) : null}
      {isUnfiltered(view) ? null : (
        <button
          type="button"
          onClick={() => {
            // This button goes away with the last filter.
            const sheet = sheetButton.current
            if (sheet && sheet.getClientRects().length > 0) sheet.focus()
            else anchors.current.get('rating')?.focus()
            clear()
          }}
          className="h-8 rounded-control px-2 text-note font-medium text-muted hover:text-ink card:order-1"
        >
          Clear all
        </button>
      )}
      <span className="ms-auto flex items-center gap-1.5">{children}</span>
      {open === 'more' ? (
        <MoreMenu facets={more} anchor={() => moreButton.current} onClose={close} onOpen={setOpen} />
      ) : null}
      {open !== null && open !== 'more' && open !== 'sheet' ? (
        <FacetPopover
          key={open}
          {...panel}
          facetKey={open}
          wanted={wanted}
          onWant={setWanted}
          anchor={() => getAnchor(open)}
          onClose={close}
        />
      ) : null}
      {open === 'sheet' ? (
        <FilterSheet
          {...panel}
          matched={matched}
          clear={clear}
          onClose={close}
          anchor={() => sheetButton.current}
        />
      ) : null}
    </div>
  )
}
