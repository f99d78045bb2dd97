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
    className="hidden h-10 min-w-10 items-center justify-center gap-1.5 rounded-control border border-line bg-panel px-2.5 text-note font-medium card:inline-flex"
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
    className="inline-flex h-8 items-center gap-1.5 rounded-control border border-dashed border-edge/45 ps-2.5 pe-2 text-note text-muted hover:border-edge hover:text-ink card:hidden"
  >
    More
    <ChevronDown className="size-3.5 shrink-0 opacity-70" />
  </button>
)
