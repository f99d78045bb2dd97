'use client'

import { useState } from 'react'
import { fieldLook } from '@/components/ui/field-look'
import type { DecisionMark, DecisionReason } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'

export type ChosenReason = { reason: { id: string; label: string } | null; comment: string | null }

/** One of the team's reasons and the reader's own words, as they are being chosen. */
export function useReasonChoice(before: Pick<DecisionMark, 'reason' | 'comment'> | null) {
  const [id, setId] = useState(before?.reason?.id ?? null)
  const [comment, setComment] = useState(before?.comment ?? '')
  return {
    ...{ id, setId, comment, setComment },
    empty: id === null && comment.trim() === '',
    /** @param reasons those offered */
    chosen(reasons: readonly Pick<DecisionReason, 'id' | 'label'>[]): ChosenReason {
      const reason = reasons.find((each) => each.id === id)
      return {
        reason: reason ? { id: reason.id, label: reason.label } : null,
        comment: comment.trim() === '' ? null : comment.trim(),
      }
    },
  }
}

/** Those of the team's reasons that are offered for a decision, and the one that stands. */
export function offeredReasons(
  reasons: readonly DecisionReason[],
  decision: Decision,
  current: DecisionMark | null,
): DecisionReason[] {
  const fitting = reasons.filter((each) => each.decision === null || each.decision === decision)
  const standing = current?.decision === decision ? current.reason : null
  return standing && !fitting.some(({ id }) => id === standing.id)
    ? [...fitting, { ...standing, definition: '', decision }]
    : fitting
}

type Props = {
  choice: ReturnType<typeof useReasonChoice>
  reasons: readonly DecisionReason[]
  /** It is not saved without. */
  needed: boolean
}

/** Asks why: one of the team's reasons, and the reader's own words. */
export function ReasonFields({ choice, reasons, needed }: Props) {
  const { id, setId, comment, setComment, empty } = choice
  return (
    <>
      <fieldset className="flex max-h-72 min-w-0 flex-col gap-0.5 overflow-auto">
        <legend className="mb-1 text-note font-medium wrap-anywhere">
          {needed ? 'Reason (needed)' : 'Reason'}
        </legend>
        {reasons.map((each) => (
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
    </>
  )
}
