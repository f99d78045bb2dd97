'use client'

import { Check, Minus } from 'lucide-react'

type Props = {
  label: string
  /** `mixed` where it stands for several that differ. */
  checked: boolean | 'mixed'
  /** @param shift was held */
  onPress: (shift: boolean) => void
}

/** A check box of a grid: one place to point at, 24 pixels and more, out of the tab order by itself. */
export function CheckBox({ label, checked, onPress }: Props) {
  const Mark = checked === 'mixed' ? Minus : Check
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      title={label}
      tabIndex={-1}
      data-focus
      onClick={(event) => onPress(event.shiftKey)}
      className="grid size-8 place-items-center rounded-control text-accent-ink"
    >
      <span
        aria-hidden
        className={`grid size-4 place-items-center rounded border-[1.5px] ${
          checked === false ? 'border-edge' : 'border-accent bg-accent forced-colors:bg-[Highlight]'
        }`}
      >
        {checked === false ? null : <Mark className="size-3" strokeWidth={3} />}
      </span>
    </button>
  )
}
