'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import { HangingPopover } from '@/components/ui/popover'
import type { DecisionMark, DecisionReason } from '@/lib/contracts/decisions'
import { type Decision, decisionWords } from '@/lib/contracts/decision-words'

export type ChosenReason = { reason: { id: string; label: string } | null; comment: string | null }

type Props = {
  /** Whom and what it is about. */
  name: string
  decision: Decision
  current: DecisionMark | null
  reasons: readonly DecisionReason[]
  /** It is not saved without. */
  needed: boolean
  anchor: () => HTMLElement | null
  onChoose: (chosen: ChosenReason) => void
  onClose: () => void
}

/** Those of the team's reasons that are offered for a decision, and the one that stands. */
function offered({ reasons, decision, current }: Pick<Props, 'reasons' | 'decision' | 'current'>) {
  const fitting = reasons.filter((each) => each.decision === null || each.decision === decision)
  const standing = current?.decision === decision ? current.reason : null
  return standing && !fitting.some(({ id }) => id === standing.id)
    ? [...fitting, { ...standing, definition: '', decision }]
    : fitting
}

/** Asks why: one of the team's reasons, and the reader's own words. */
export function ReasonMenu({ name, decision, current, reasons, needed, anchor, onChoose, onClose }: Props) {
  const before = current?.decision === decision ? current : null
  const [id, setId] = useState(before?.reason?.id ?? null)
  const [comment, setComment] = useState(before?.comment ?? '')
  const choices = offered({ reasons, decision, current })
  const empty = id === null && comment.trim() === ''
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      aria-label={`Reason to ${decisionWords[decision].toLowerCase()} ${name}`}
      className="w-88 p-3"
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (needed && empty) return
          const chosen = choices.find((each) => each.id === id)
          onChoose({
            reason: chosen ? { id: chosen.id, label: chosen.label } : null,
            comment: comment.trim() === '' ? null : comment.trim(),
          })
        }}
      >
        <fieldset className="flex max-h-72 min-w-0 flex-col gap-0.5 overflow-auto">
          <legend className="mb-1 text-note font-medium wrap-anywhere">
            {needed ? 'Reason (needed)' : 'Reason'}
          </legend>
          {choices.map((each) => (
            <label
              key={each.id}
              className="flex cursor-pointer gap-2 rounded-control px-2 py-1.5 hover:bg-soft"
            >
              <input
                type="radio"
                name="reason"
                checked={id === each.id}
                onChange={() => setId(each.id)}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 text-note wrap-anywhere">
                <span className="block font-medium">{each.label}</span>
                <span className="block text-muted">{each.definition}</span>
              </span>
            </label>
          ))}
          <label className="flex cursor-pointer gap-2 rounded-control px-2 py-1.5 hover:bg-soft">
            <input
              type="radio"
              name="reason"
              checked={id === null}
              onChange={() => setId(null)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="text-note text-muted">None of these</span>
          </label>
        </fieldset>
        <label className="flex flex-col gap-1 text-note font-medium">
          <span>In your own words</span>
          <textarea
            value={comment}
            maxLength={2_000}
            rows={2}
            onChange={(event) => setComment(event.target.value)}
            className={`${fieldLook} h-auto w-full py-1.5 font-normal`}
          />
        </label>
        {needed && empty ? (
          <p className="text-note text-muted">Your team asks for a reason with every rejection.</p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={needed && empty}>
            {before ? 'Save reason' : decisionWords[decision]}
          </Button>
        </div>
      </form>
    </HangingPopover>
  )
}
