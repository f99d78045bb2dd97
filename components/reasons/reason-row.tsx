'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Select } from '@/components/shared/select'
import { TextField } from '@/components/ui/text-field'
import type { DecisionReason } from '@/lib/contracts/decisions'
import { decisions, decisionWords } from '@/lib/contracts/decision-words'

type Props = {
  reason: DecisionReason
  place: { at: number; last: boolean }
  onChange: (reason: DecisionReason) => void
  onMove: (to: number) => void
  onRemove: () => void
}

const offeredFor = [
  { value: null, label: 'Any decision' },
  ...decisions.map((value) => ({ value, label: decisionWords[value] })),
] as const

const icon =
  'grid size-9 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink disabled:opacity-40 pointer-coarse:size-11'

/** One reason of the team's. */
export function ReasonRow({ reason, place: { at, last }, onChange, onMove, onRemove }: Props) {
  const name = reason.label.trim() === '' ? `reason ${at + 1}` : reason.label
  return (
    <li className="flex flex-col gap-2 rounded-panel border border-line p-3">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <TextField
          label="Reason"
          required
          maxLength={80}
          className="flex-1 basis-48"
          value={reason.label}
          onChange={({ target }) => onChange({ ...reason, label: target.value })}
        />
        <Select
          label={`Offered for: ${name}`}
          value={reason.decision}
          options={offeredFor}
          onValueChange={(decision) => onChange({ ...reason, decision })}
          className="h-9"
        />
        <span className="flex">
          <button
            type="button"
            aria-label={`Move ${name} up`}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
            className={icon}
          >
            <ArrowUp aria-hidden className="size-4" />
          </button>
          <button
            type="button"
            aria-label={`Move ${name} down`}
            disabled={last}
            onClick={() => onMove(at + 1)}
            className={icon}
          >
            <ArrowDown aria-hidden className="size-4" />
          </button>
          <button type="button" aria-label={`Remove ${name}`} onClick={onRemove} className={icon}>
            <Trash2 aria-hidden className="size-4" />
          </button>
        </span>
      </div>
      <label className="flex flex-col gap-1">
        <span className="text-note font-medium">What it means</span>
        <textarea
          rows={2}
          dir="auto"
          maxLength={500}
          value={reason.definition}
          // It is shown in one paragraph.
          onChange={({ target }) => onChange({ ...reason, definition: target.value.replace(/\n+/g, ' ') })}
          className="field-sizing-content w-full resize-none rounded-control border border-edge bg-panel px-2.5 py-1.5"
        />
      </label>
    </li>
  )
}
