'use client'

import { Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import { RatingBadge } from '@/components/shared/badges'
import { useFormats } from '@/components/shared/use-formats'
import type { FacetKey, FacetValue } from '@/lib/contracts/facets'

type Props = {
  facetKey: FacetKey
  each: FacetValue
  checked: boolean
  /** The one of its list that Tab reaches. */
  reachable: boolean
  /** Of a thumb's size. */
  large: boolean
  /** The most that any value of the list counts; null where their proportions say nothing. */
  most: number | null
  onToggle: () => void
  onFocus: () => void
}

// Choices that look here as they do on people; any other is a text.
const looks: Partial<Record<FacetKey, (each: FacetValue) => ReactNode>> = {
  rating: ({ value, label }) => <RatingBadge rating={value === 'UNKNOWN' ? label : value} />,
  top: ({ value, label }) =>
    value === '1' ? (
      <span className="inline-flex items-center gap-1.5">
        {label}
        <Star aria-hidden className="size-3.5 fill-current text-star" />
      </span>
    ) : null,
}

/** One value of a facet: whether it is chosen, what it is, and how many people it would show. */
export function ChoiceRow({ facetKey, each, checked, reachable, large, most, onToggle, onFocus }: Props) {
  const { count } = each
  const { number } = useFormats()
  return (
    <label
      className={`flex cursor-pointer items-center gap-2.5 rounded-control px-2 hover:bg-soft has-focus-visible:bg-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent ${large ? 'min-h-11' : 'min-h-8'}`}
    >
      <CheckBox
        data-roving
        checked={checked}
        tabIndex={reachable ? 0 : -1}
        onCheckedChange={onToggle}
        onFocus={onFocus}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onToggle()
        }}
        className="-m-2 outline-none"
      />
      <span className={`min-w-0 flex-1 truncate ${count === 0 ? 'text-muted' : ''}`} title={each.label}>
        {looks[facetKey]?.(each) ?? <bdi>{each.label}</bdi>}
      </span>
      {most === null ? null : (
        <span aria-hidden className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-soft">
          <span
            className="block h-full rounded-full bg-bar"
            style={{ inlineSize: `${most === 0 ? 0 : (count / most) * 100}%` }}
          />
        </span>
      )}
      <span className="min-w-8 shrink-0 text-end text-note text-muted">{number(count)}</span>
    </label>
  )
}
