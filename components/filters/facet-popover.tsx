'use client'

import { useRef } from 'react'
import { HangingPopover } from '@/components/ui/popover'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { facetName } from './choices'
import { FacetPanel, type FacetPanelProps } from './facet-panel'
import { useRoving } from './use-roving'

type Anchored = {
  /** The button it belongs to. */
  anchor: () => HTMLElement | null
  onClose: () => void
}
/** A facet's choices under its button. */
export function FacetPopover({ anchor, onClose, ...panel }: FacetPanelProps & Anchored) {
  const content = useRef<HTMLDivElement>(null)
  // What was typed already stays, and is gone on with: the dialog's own focus would select it.
  const focusFirst = (keepsField: boolean) => {
    const field = keepsField ? content.current?.querySelector<HTMLElement>('input[type=search]') : null
    const first = field ?? content.current?.querySelector<HTMLElement>('[data-roving]')
    ;(first ?? content.current)?.focus()
  }
  return (
    <HangingPopover
      ref={content}
      anchor={anchor}
      onClose={onClose}
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        focusFirst(true)
      }}
      onKeyDown={(event) => {
        // Opened before its choices were counted: down leads into them once they are here.
        if (event.key === 'ArrowDown' && event.target === content.current) focusFirst(false)
      }}
      aria-label={`Filter by ${facetName(panel.facetKey)}`}
      className="flex max-h-[min(26rem,var(--radix-popover-content-available-height))] w-72 flex-col overflow-hidden p-0"
    >
      <FacetPanel {...panel} />
    </HangingPopover>
  )
}

/** The facets that have no button of their own in the bar. */
export function MoreMenu({
  facets,
  anchor,
  onClose,
  onOpen,
}: Anchored & { facets: readonly FacetKey[]; onOpen: (key: FacetKey) => void }) {
  const { list, onKeyDown } = useRoving<HTMLDivElement>()
  const chose = useRef(false)
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      replaced={() => chose.current}
      role="menu"
      aria-label="More filters"
      className="w-48 p-1"
    >
      <div ref={list} role="none" onKeyDown={onKeyDown}>
        {facets.map((key) => (
          <button
            key={key}
            type="button"
            role="menuitem"
            data-roving
            onClick={() => {
              chose.current = true
              onOpen(key)
            }}
            className="flex min-h-8 w-full items-center rounded-control px-2 text-start hover:bg-soft focus-visible:bg-soft focus-visible:-outline-offset-2"
          >
            {getFacet(key).label}
          </button>
        ))}
      </div>
    </HangingPopover>
  )
}
