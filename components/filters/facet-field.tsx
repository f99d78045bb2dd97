'use client'

import type { KeyboardEvent, Ref } from 'react'
import { useComposedText } from '@/components/ui/use-composed-text'
import { Search } from '@/components/ui/icons'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { facetName } from './choices'

export type FacetFieldProps = { facetKey: FacetKey; wanted: string; onWant: (text: string) => void }
type Props = FacetFieldProps & {
  onKeyDown?: (event: KeyboardEvent) => void
  large?: boolean
  ref?: Ref<HTMLInputElement>
}

/** Where a reader types what they look for in a long facet. It is there before the choices are. */
export const FacetField = ({ facetKey, wanted, onWant, onKeyDown, large = false, ref }: Props) => (
  <div className="relative flex shrink-0 items-center border-b border-line">
    <Search className="pointer-events-none absolute start-3 size-3.5 text-muted" />
    <input
      ref={ref}
      type="search"
      aria-label={`Find in ${facetName(facetKey)}`}
      placeholder={`Find a ${getFacet(facetKey).noun}`}
      autoComplete="off"
      spellCheck={false}
      {...useComposedText(wanted, onWant)}
      dir="auto"
      onKeyDown={onKeyDown}
      className={`w-full bg-transparent ps-9 pe-3 outline-none placeholder:text-faint [&::-webkit-search-cancel-button]:hidden ${large ? 'h-11' : 'h-9'}`}
    />
  </div>
)
