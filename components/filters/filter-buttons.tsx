import type { Ref } from 'react'
import { ChevronDown, SlidersHorizontal } from '@/components/ui/icons'
import { FilterSheet, prepareFloating } from './floating-filters'

type Props = {
  ref: Ref<HTMLButtonElement>
  /** What it opens is open. */
  open: boolean
  onClick: () => void
}

/** Opens the sheet that a phone has instead of the bar. @property active how many filters are on */
export const SheetButton = ({ ref, open, onClick, active }: Props & { active: number }) => (
  <button
    ref={ref}
    type="button"
    aria-haspopup="dialog"
    aria-expanded={open}
    onPointerEnter={FilterSheet.prepare}
    onFocus={FilterSheet.prepare}
    onClick={onClick}
    className="sheet-button"
  >
    <SlidersHorizontal className="size-3.5" />
    <span className="sr-only">Filter and sort</span>
    {active > 0 ? (
      <span className="min-w-4 rounded-full bg-accent px-1 text-center text-small text-accent-ink">
        {active}
      </span>
    ) : null}
  </button>
)

/** Opens the menu of the facets that have no button of their own. */
export const MoreButton = ({ ref, open, onClick }: Props) => (
  <button
    ref={ref}
    type="button"
    aria-haspopup="menu"
    aria-expanded={open}
    onPointerEnter={prepareFloating}
    onFocus={prepareFloating}
    onClick={onClick}
    className="more-button"
  >
    More
    <ChevronDown className="size-3.5 shrink-0 opacity-70" />
  </button>
)
