'use client'

import { useState } from 'react'
import { useCommands } from '@/components/shared/commands'
import { useShortcut } from '@/components/shared/use-shortcut'
import { TextField } from '@/components/ui/text-field'
import { type Decision, decisions, decisionWords } from '@/lib/contracts/decision-words'
import type { Problem } from '@/lib/contracts/problem'

const looks: Record<Decision, string> = {
  shortlist: 'border-accent bg-accent text-accent-ink hover:bg-accent/90 before:mask-(--shape-shortlist)',
  maybe: 'border-accent bg-panel text-accent hover:bg-soft before:mask-(--shape-later)',
  reject: 'border-edge bg-panel text-ink hover:bg-soft before:mask-(--shape-reject)',
}

function ChoiceButton({ decision, onClick }: { decision: Decision; onClick: () => void }) {
  const { text, aria } = useShortcut(decision)
  return (
    <button
      type="button"
      aria-keyshortcuts={aria}
      onClick={onClick}
      className={`inline-flex h-12 items-center justify-center gap-2 rounded-control border px-2 font-medium before:size-4 before:shrink-0 before:bg-current forced-colors:before:bg-[ButtonText] ${looks[decision]}`}
    >
      <span>{decisionWords[decision]}</span>
      {text === '' ? null : (
        <kbd
          aria-hidden
          className="hidden min-w-5 rounded-mark border border-current/40 px-1 text-center font-sans text-small font-normal opacity-80 sm:pointer-fine:inline-block"
        >
          {text}
        </kbd>
      )}
    </button>
  )
}

type Props = {
  /** Whose opinion is asked for, as the group is named. */
  name: string
  problem: Problem | null
  onChoose: (decision: Decision, reason: string) => void
  onSkip: (() => void) | null
}

/** What the colleague would decide about the person on screen, and why. A new one for each person. */
export function ChoiceBar({ name, problem, onChoose, onSkip }: Props) {
  const [reason, setReason] = useState('')
  const choose = (decision: Decision) => () => onChoose(decision, reason)
  useCommands({
    shortlist: choose('shortlist'),
    maybe: choose('maybe'),
    reject: choose('reject'),
    skip: onSkip ?? false,
  })
  const skip = useShortcut('skip')
  return (
    <div
      role="group"
      aria-label={`Your opinion on ${name}`}
      className="border-t border-line bg-panel px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-page flex-wrap items-end gap-2 lg:flex-nowrap lg:gap-3">
        <TextField
          label="Reason (optional)"
          value={reason}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
          className="min-w-0 flex-1 lg:w-72 lg:flex-none"
        />
        {onSkip === null ? null : (
          <button
            type="button"
            aria-keyshortcuts={skip.aria}
            onClick={onSkip}
            className="inline-flex h-11 items-center justify-center rounded-control px-3 text-note text-muted hover:bg-soft hover:text-ink"
          >
            Later
          </button>
        )}
        <div className="grid basis-full grid-cols-3 gap-2 lg:flex-1 lg:basis-0">
          {decisions.map((decision) => (
            <ChoiceButton key={decision} decision={decision} onClick={choose(decision)} />
          ))}
        </div>
      </div>
      {problem === null ? null : (
        <p role="alert" className="mx-auto max-w-page pt-2 text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      )}
    </div>
  )
}
