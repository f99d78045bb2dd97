import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'ref'> & {
  /** It stands for several that differ. */
  mixed?: boolean
  /** @param shift whether Shift was held */
  onCheckedChange: (checked: boolean, shift: boolean) => void
}

/**
 * The product's check box: the browser's own, in our look (app/list.css). It is 32 pixels to point at and draws 16 of
 * them; beside the text of a label, `-m-2` lets it take no more room than it draws.
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
    className={`check-box ${className}`}
  />
)
