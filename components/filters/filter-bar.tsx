'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { FacetKey } from '@/lib/contracts/facets'
import type { View } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { facetsQuery } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { isUnfiltered } from '@/lib/url/view'
import { choiceLabel, choose, chosen, facetLabels } from './choices'
import { FacetPill } from './facet-pill'
import { SearchField } from './search-field'

// Most visits never open a filter: what floats is fetched when a pointer or the focus comes near.
const loadPopover = async () => ({ default: (await import('./facet-popover')).FacetPopover })
const loadSheet = async () => ({ default: (await import('./filter-sheet')).FilterSheet })
const FacetPopover = lazy(loadPopover)
const FilterSheet = lazy(loadSheet)

type Props = {
  jobRef: JobRef
  view: View
  change: (patch: Partial<View>) => void
  clear: () => void
  /** At the end of the bar. */
  children: ReactNode
}

/** Search and filters. They hold no state of their own: the address does. */
export function FilterBar({ jobRef, view, change, clear, children }: Props) {
  const [open, setOpen] = useState<FacetKey | 'sheet' | null>(null)
  const [wanted, setWanted] = useState(false)
  const anchors = useRef(new Map<FacetKey, HTMLButtonElement>())
  const { data: facets, isError } = useQuery({
    ...facetsQuery(jobRef, view, (signal) => bff.facets(jobRef, view, signal)),
    // Counting costs the store more than the rows do, so nobody's typing waits for counts that nobody sees.
    enabled: wanted || open !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const active = facetKeys.filter((key) => chosen(view, key).length > 0)

  const intend = () => {
    void loadPopover()
    setWanted(true)
  }

  return (
    <div className="flex flex-wrap items-center gap-2 px-5 pb-3 card:px-4">
      <SearchField committed={view.q} commit={(q) => change({ q })} />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open === 'sheet'}
        onPointerEnter={() => void loadSheet()}
        onFocus={() => void loadSheet()}
        onClick={() => setOpen('sheet')}
        className="hidden h-10 items-center gap-1.5 rounded-control border border-line bg-panel px-2.5 text-note font-medium card:inline-flex"
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        Filter and sort
        {active.length > 0 ? (
          <span className="min-w-4 rounded-full bg-accent px-1 text-center text-small text-accent-ink">
            {active.length}
          </span>
        ) : null}
      </button>
      {facetKeys.map((key) => (
        <FacetPill
          key={key}
          ref={(element) => {
            if (element) anchors.current.set(key, element)
            else anchors.current.delete(key)
          }}
          label={facetLabels[key]}
          picked={chosen(view, key).map((value) => choiceLabel(key, value, facets))}
          open={open === key}
          onIntent={intend}
          onOpen={() => {
            intend()
            setOpen(open === key ? null : key)
          }}
          onClear={() => {
            change(choose(key, []))
            anchors.current.get(key)?.focus()
          }}
        />
      ))}
      {isUnfiltered(view) ? null : (
        <button
          type="button"
          onClick={clear}
          className="h-8 rounded-control px-2 text-note font-medium text-muted hover:text-ink"
        >
          Clear all
        </button>
      )}
      <span className="ms-auto">{children}</span>
      <Suspense>
        {open !== null && open !== 'sheet' ? (
          <FacetPopover
            key={open}
            facetKey={open}
            facets={facets}
            failed={isError}
            anchor={() => anchors.current.get(open) ?? null}
            picked={chosen(view, open)}
            onPick={(values) => change(choose(open, values))}
            onClose={() => setOpen(null)}
          />
        ) : null}
        {open === 'sheet' ? (
          <FilterSheet
            facets={facets}
            failed={isError}
            view={view}
            change={change}
            clear={clear}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
