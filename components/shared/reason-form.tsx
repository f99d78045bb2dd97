import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

type Props = {
  /** What the reason is asked for. */
  label: string
  /** On the button that saves it. */
  action: string
  reason: string
  busy: boolean
  onChange: (reason: string) => void
  onSubmit: () => void
  onCancel: () => void
}

/** Asks why, where the answer is kept with what is done. */
export const ReasonForm = ({ label, action, reason, busy, onChange, onSubmit, onCancel }: Props) => (
  <form
    className="mt-1 flex flex-col gap-2"
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    <TextField
      label={label}
      required
      autoFocus
      maxLength={500}
      value={reason}
      onChange={({ target }) => onChange(target.value)}
    />
    <div className="flex flex-wrap gap-2">
      <Button type="submit" busy={busy}>
        {action}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  </form>
)
