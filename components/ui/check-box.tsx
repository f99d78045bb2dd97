import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'ref'> & {
  /** It stands for several that differ. */
  mixed?: boolean
  /** @param shift whether Shift was held */
  onCheckedChange: (checked: boolean, shift: boolean) => void
}

const box = 'before:absolute before:inset-2 before:rounded-mark before:border-[1.5px] before:border-edge'
const filled =
  'checked:before:border-accent checked:before:bg-accent indeterminate:before:border-accent indeterminate:before:bg-accent forced-colors:checked:before:bg-[Highlight] forced-colors:indeterminate:before:bg-[Highlight]'
const stroke = 'after:absolute after:border-accent-ink forced-colors:after:border-[HighlightText]'
const tick =
  'checked:after:top-[0.65rem] checked:after:left-[0.84rem] checked:after:h-2.5 checked:after:w-1.5 checked:after:rotate-45 checked:after:border-r-2 checked:after:border-b-2'
const dash =
  'indeterminate:after:inset-x-3 indeterminate:after:top-[0.9375rem] indeterminate:after:h-0 indeterminate:after:w-auto indeterminate:after:rotate-0 indeterminate:after:border-t-2 indeterminate:after:border-r-0 indeterminate:after:border-b-0'

const look = `relative block size-8 shrink-0 cursor-pointer appearance-none rounded-control disabled:cursor-default disabled:opacity-50 ${box} ${filled} ${stroke} ${tick} ${dash}`

/**
 * The product's check box: the browser's own, in our look. It is 32 pixels to point at and draws 16 of them; beside
 * the text of a label, `-m-2` lets it take no more room than it draws.
 */
export const CheckBox = ({ mixed = false, onCheckedChange, className = '', ...rest }: Props) => (
  <input
    {...rest}
    type="checkbox"
    ref={(input) => {
      // No attribute says this; the browser clears it on each press.
      if (input) input.indeterminate = mixed
    }}
    onChange={({ target, nativeEvent }) =>
      onCheckedChange(target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
    }
    className={`${look} ${className}`}
  />
)
