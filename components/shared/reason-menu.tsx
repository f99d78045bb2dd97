'use client'

import { Button } from '@/components/ui/button'
import { HangingPopover } from '@/components/ui/popover'
import type { DecisionMark, DecisionReason } from '@/lib/contracts/decisions'
import { type Decision, decisionWords } from '@/lib/contracts/decision-words'
import { reasonLabel } from './reason-label'
import { type ChosenReason, offeredReasons, ReasonFields, useReasonChoice } from './reason-fields'

export type ReasonMenuProps = {
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

/** Asks why: one of the team's reasons, and the reader's own words. */
export function ReasonMenu({
  name,
  decision,
  current,
  reasons,
  needed,
  anchor,
  onChoose,
  onClose,
}: ReasonMenuProps) {
  const before = current?.decision === decision ? current : null
  const choice = useReasonChoice(before)
  const choices = offeredReasons(reasons, decision, current)
  const blocked = needed && choice.empty
  return (
    <HangingPopover
      anchor={anchor}
      onClose={onClose}
      aria-label={reasonLabel(decision, name)}
      className="w-88 p-3"
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!blocked) onChoose(choice.chosen(choices))
        }}
      >
        <ReasonFields choice={choice} reasons={choices} needed={needed} />
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={blocked}>
            {before ? 'Save reason' : decisionWords[decision]}
          </Button>
        </div>
      </form>
    </HangingPopover>
  )
}
