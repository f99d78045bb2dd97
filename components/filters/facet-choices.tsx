'use client'

import { Check, Search } from 'lucide-react'
import { useId, useState } from 'react'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import { facetLabels, options, searchable } from './choices'

type Props = {
  facetKey: FacetKey
  facets: Facets | undefined
  failed: boolean
  picked: string[]
  onPick: (values: string[]) => void
}

const shownAtOnce = 100
const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The values of a facet as check boxes with how many people each would leave. */
export function FacetChoices({ facetKey, facets, failed, picked, onPick }: Props) {
  const [wanted, setWanted] = useState('')
  const id = useId()
  const all = options(facetKey, facets, picked)
  const matching = wanted === '' ? all : all.filter(({ label }) => bare(label).includes(bare(wanted)))
  const shown = matching.slice(0, shownAtOnce)
  const label = facetLabels[facetKey]

  const toggle = (value: string) =>
    onPick(picked.includes(value) ? picked.filter((other) => other !== value) : [...picked, value])

  return (
    <div className="flex max-h-[inherit] min-h-0 flex-col">
      {searchable.has(facetKey) ? (
        <div className="relative flex items-center border-b border-line">
          <Search aria-hidden className="pointer-events-none absolute start-3 size-3.5 text-muted" />
          <input
            type="search"
            aria-label={`Find in ${label.toLowerCase()}`}
            placeholder={`Find a ${label.toLowerCase()}`}
            value={wanted}
            dir="auto"
            onChange={(event) => setWanted(event.target.value)}
            className="h-9 w-full bg-transparent ps-9 pe-3 outline-none placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
          />
        </div>
      ) : null}
      <div role="group" aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-1">
        {shown.map(({ value, label: text, count }) => {
          const checked = picked.includes(value)
          return (
            <label
              key={value}
              htmlFor={`${id}-${value}`}
              className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-soft has-focus-visible:bg-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                id={`${id}-${value}`}
                type="checkbox"
                checked={checked}
                onChange={() => toggle(value)}
                className="peer sr-only"
              />
              <span
                aria-hidden
                className="grid size-4 shrink-0 place-items-center rounded border-[1.5px] border-edge text-accent-ink peer-checked:border-accent peer-checked:bg-accent"
              >
                {checked ? <Check className="size-3" strokeWidth={3} /> : null}
              </span>
              <span className="min-w-0 flex-1 truncate">
                <bdi>{text}</bdi>
              </span>
              <span className={`text-note ${count === 0 ? 'text-faint' : 'text-muted'}`}>{count}</span>
            </label>
          )
        })}
        {matching.length > shown.length ? (
          <p className="px-2 py-1.5 text-note text-muted">
            {matching.length - shown.length} more: type to find one
          </p>
        ) : null}
        {shown.length === 0 ? (
          <p className="px-2 py-2 text-note text-muted" role="status">
            {failed
              ? 'The counts could not be read. Close and open this to try again.'
              : facets === undefined
                ? 'Counting…'
                : wanted === ''
                  ? 'Nothing to choose from in what is loaded.'
                  : `No ${label.toLowerCase()} of that name in what is loaded.`}
          </p>
        ) : null}
      </div>
    </div>
  )
}
