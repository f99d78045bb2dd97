'use client'

import { type ReactNode, useCallback, useRef, useState } from 'react'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { isUnfiltered } from '@/lib/url/view'
import { choiceLabel } from '@/lib/url/view-words'
import { FacetPill } from './facet-pill'
import type { CountScope } from './facet-panel'
import { MoreButton, SheetButton } from './filter-buttons'
import type { FilterSource } from './filter-source'
import { FilterSheet, MoreMenu, OpenFacet, prepareFloating } from './floating-filters'
import { SearchField } from './search-field'
import type { HistoryStep } from '@/components/shared/use-address'
import { useLocale } from '@/components/shared/use-locale'

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
/** By how many filters are set: from what width on they stay in one line, so that setting one moves no row. More of them wrap. */
const oneLine = ['xl:flex-nowrap', 'xl:flex-nowrap', 'min-[86rem]:flex-nowrap', 'min-[90rem]:flex-nowrap']

type Opened = FacetKey | 'more' | 'sheet'

/** Search and filters. They hold no state of their own: the address does. */
export function FilterBar(props: Props) {
  const { source, view, change, waiting, clear, scope, matched, lead, children } = props
  const [open, setOpen] = useState<Opened | null>(null)
  const anchors = useRef(new Map<FacetKey, HTMLButtonElement>())
  const moreButton = useRef<HTMLButtonElement>(null)
  const sheetButton = useRef<HTMLButtonElement>(null)
  const locale = useLocale()
  const active = source.facets.filter((key) => getChoices(view, key).length > 0)
  const bar = source.facets.filter((key) => getFacet(key).place === 'bar')
  const more = source.facets.filter((key) => getFacet(key).place !== 'bar')
  // What waits under “More” comes out once something in it is chosen, and stays while its choices are open.
  const out = more.filter((key) => active.includes(key))

  const getAnchor = (key: FacetKey) => anchors.current.get(key) ?? moreButton.current
  const search = useCallback((q: string, step: HistoryStep) => change({ q }, step), [change])
  const close = () => setOpen(null)
  const panel = { source, view, change, scope }

  return (
    <div
      className={`flex flex-wrap items-center gap-1.5 px-5 pb-1.5 card:px-4 ${oneLine[active.length] ?? ''}`}
    >
      {lead}
      <SearchField committed={view.q} waiting={waiting} commit={search} />
      <SheetButton
        ref={sheetButton}
        open={open === 'sheet'}
        onClick={() => setOpen('sheet')}
        active={active.length}
      />
      {/* On a phone they move sideways in a line of their own. */}
      <span
        className={
          isUnfiltered(view)
            ? 'contents card:hidden'
            : 'contents card:order-1 card:-m-1 card:flex card:basis-[calc(100%+0.5rem)] card:fading-strip card:gap-1.5 card:p-1'
        }
      >
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
          <MoreButton
            ref={moreButton}
            open={open === 'more'}
            onClick={() => setOpen(open === 'more' ? null : 'more')}
          />
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
            className="h-8 shrink-0 rounded-control px-2 text-note font-medium whitespace-nowrap text-muted hover:text-ink"
          >
            Clear all
          </button>
        )}
      </span>
      <span className="ms-auto flex min-w-0 items-center gap-1.5">{children}</span>
      {open === 'more' ? (
        <MoreMenu facets={more} anchor={() => moreButton.current} onClose={close} onOpen={setOpen} />
      ) : null}
      {open !== null && open !== 'more' && open !== 'sheet' ? (
        <OpenFacet key={open} {...panel} facetKey={open} anchor={() => getAnchor(open)} onClose={close} />
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
