import { ControlLine, type Words } from '@/components/ui/tick'

/** One of several. */
export const Choice = ({
  name,
  checked,
  disabled,
  onPick,
  ...words
}: Words & { name: string; checked: boolean; disabled?: boolean; onPick: () => void }) => (
  <ControlLine
    {...words}
    control={
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onPick}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
    }
  />
)
