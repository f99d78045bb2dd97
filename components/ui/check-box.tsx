'use client'

type Props = {
  label: string
  /** `mixed` where it stands for several that differ. */
  checked: boolean | 'mixed'
  /** @param shift was held */
  onPress: (shift: boolean) => void
}

const box = 'before:absolute before:inset-2 before:rounded before:border-[1.5px]'
const filled = 'before:border-accent before:bg-accent forced-colors:before:bg-[Highlight]'
const stroke = 'after:absolute after:border-accent-ink forced-colors:after:border-[HighlightText]'
const looks = {
  false: 'before:border-edge',
  true: `${filled} ${stroke} after:top-[0.65rem] after:left-[0.84rem] after:h-2.5 after:w-1.5 after:rotate-45 after:border-r-2 after:border-b-2`,
  mixed: `${filled} ${stroke} after:inset-x-3 after:top-[0.9375rem] after:border-t-2`,
} as const

/** A check box of a grid: one place to point at, 24 pixels and more, out of the tab order by itself. */
export const CheckBox = ({ label, checked, onPress }: Props) => (
  <button
    type="button"
    role="checkbox"
    aria-checked={checked}
    aria-label={label}
    title={label}
    tabIndex={-1}
    data-focus
    onClick={(event) => onPress(event.shiftKey)}
    className={`relative block size-8 shrink-0 rounded-control ${box} ${looks[`${checked}`]}`}
  />
)
