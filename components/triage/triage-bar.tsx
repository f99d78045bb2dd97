'use client'

import { ChevronLeft, ChevronRight, type LucideIcon, SkipForward, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShortcut } from '@/components/shared/use-shortcut'
import { useReservedSpace } from '@/components/ui/use-reserved-space'
import { decisions, decisionWords, type Decision } from '@/lib/contracts/decision-words'
import type { CommandId } from '@/lib/domain/commands'
import { KeyCap } from './key-cap'

const looks: Record<Decision, string> = {
  shortlist: 'border-accent bg-accent text-accent-ink hover:bg-accent/90 before:mask-(--shape-shortlist)',
  maybe: 'border-accent bg-panel text-accent hover:bg-soft before:mask-(--shape-later)',
  reject: 'border-edge bg-panel text-ink hover:bg-soft before:mask-(--shape-reject)',
}
const shape = 'before:size-4 before:shrink-0 before:bg-current forced-colors:before:bg-[ButtonText]'

type SmallProps = {
  icon: LucideIcon
  label: string
  command: CommandId
  disabled?: boolean
  onClick: () => void
}

function Small({ icon: Icon, label, command, disabled = false, onClick }: SmallProps) {
  const { text, aria } = useShortcut(command)
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onClick}
      aria-keyshortcuts={aria}
      className="inline-flex h-11 min-w-11 flex-1 items-center justify-center gap-1.5 rounded-control px-2 text-note whitespace-nowrap text-muted hover:bg-soft hover:text-ink disabled:opacity-50 lg:flex-none"
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <span className="max-sm:sr-only">{label}</span>
      <KeyCap>{text}</KeyCap>
    </button>
  )
}

/** HTML id of the button of a decision. */
export const decisionButtonId = (decision: Decision) => `decide-${decision}`

type DecisionProps = { decision: Decision; pressed: boolean; onClick: () => void }

function DecisionButton({ decision, pressed, onClick }: DecisionProps) {
  const { text, aria } = useShortcut(decision)
  return (
    <button
      id={decisionButtonId(decision)}
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={aria}
      onClick={onClick}
      className={`inline-flex h-14 items-center justify-center gap-2 rounded-control border px-2 font-medium lg:h-12 ${looks[decision]} ${shape} aria-pressed:outline-2 aria-pressed:outline-offset-2 aria-pressed:outline-accent`}
    >
      <span>{decisionWords[decision]}</span>
      <KeyCap>{text}</KeyCap>
    </button>
  )
}

type Props = {
  /** What pressing a decision is called; a viewer suggests. */
  suggesting: boolean
  /** What stands about whoever is on screen. */
  standing: Decision | null
  canUndo: boolean
  canGoBack: boolean
  onDecide: (decision: Decision) => void
  onUndo: () => void
  onSkip: () => void
  onNext: () => void
  onPrevious: () => void
  more?: ReactNode
}

/** Everything that can be done about the person on screen, within reach of a thumb. */
export function TriageBar({ suggesting, standing, canUndo, canGoBack, more, ...on }: Props) {
  const bar = useReservedSpace<HTMLDivElement>('--below')
  return (
    <div
      ref={bar}
      role="group"
      aria-label={suggesting ? 'Suggestion' : 'Decision'}
      className="border-t border-line bg-panel px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-page flex-col gap-1 lg:flex-row lg:items-center lg:gap-3">
        <div className="order-2 grid flex-1 grid-cols-3 gap-2 lg:order-none">
          {decisions.map((decision) => (
            <DecisionButton
              key={decision}
              decision={decision}
              pressed={standing === decision}
              onClick={() => on.onDecide(decision)}
            />
          ))}
        </div>
        <div className="flex items-center gap-1">
          <Small icon={Undo2} label="Undo" command="undo" disabled={!canUndo} onClick={on.onUndo} />
          <Small
            icon={ChevronLeft}
            label="Back"
            command="previous"
            disabled={!canGoBack}
            onClick={on.onPrevious}
          />
          <Small icon={ChevronRight} label="Next" command="next" onClick={on.onNext} />
          <Small icon={SkipForward} label="To the end" command="skip" onClick={on.onSkip} />
          {more}
        </div>
      </div>
    </div>
  )
}
