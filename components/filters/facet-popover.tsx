'use client'

import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import type { FacetKey, Facets } from '@/lib/contracts/facets'
import { facetLabels } from './choices'
import { FacetChoices } from './facet-choices'

type Props = {
  facetKey: FacetKey
  facets: Facets | undefined
  failed: boolean
  /** The button it belongs to. */
  anchor: () => HTMLElement | null
  picked: string[]
  onPick: (values: string[]) => void
  onClose: () => void
}

/** A facet's choices under its button. Each check takes effect at once and is one step of history. */
export function FacetPopover({ facetKey, facets, failed, anchor, picked, onPick, onClose }: Props) {
  const point = {
    get current() {
      return anchor() ?? document.body
    },
  }
  return (
    <Popover open onOpenChange={(open) => (open ? undefined : onClose())}>
      <PopoverAnchor virtualRef={point} />
      <PopoverContent
        aria-label={`Filter by ${facetLabels[facetKey].toLowerCase()}`}
        className="max-h-80 overflow-hidden p-0"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          anchor()?.focus()
        }}
        // A press on the button itself already closes.
        onPointerDownOutside={(event) => {
          if (event.target instanceof Node && anchor()?.contains(event.target)) event.preventDefault()
        }}
      >
        <FacetChoices facetKey={facetKey} facets={facets} failed={failed} picked={picked} onPick={onPick} />
      </PopoverContent>
    </Popover>
  )
}
