'use client'

import { ChevronDown, ChevronUp, type LucideIcon, X } from 'lucide-react'
import { useRef } from 'react'
import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { useShortcut } from '@/components/shared/use-shortcut'
import { OutsideLink } from '@/components/shared/outside-link'
import { buttonLook } from '@/components/ui/button-look'
import { panelId } from '@/components/candidate-table/toggle-id'
import { commandLabels } from '@/lib/domain/command-labels'
import { displayName } from '@/lib/domain/current-role'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { PersonActions } from './person-actions'
import { PersonDecision } from './person-decision'
import { PersonSections } from './person-sections'
import { SideFrame } from './side-frame'
import { useScreen } from './use-job-screen'
import { useBackCommand } from './use-panel-commands'
import { useSideSheet } from './use-side-sheet'

const iconButton =
  'grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink aria-disabled:opacity-40 card:size-10'

type StepProps = { command: 'next' | 'previous'; disabled: boolean; onPress: () => void; icon: LucideIcon }

function StepButton({ command, disabled, onPress, icon: Icon }: StepProps) {
  const label = commandLabels[command]
  const shortcut = useShortcut(command)
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut.aria}
      title={`${label}${shortcut.hint}`}
      // Not `disabled` at the end of the list: the button would lose the focus when it is pressed.
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onPress}
      className={iconButton}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  )
}

function Head({ candidate }: { candidate: MarkedCandidate }) {
  const { jobRef, job, person, open } = useScreen()
  const { number } = useFormats()
  const { index, count, step } = person
  const { applicationId, rating, isTopChoice, profileUrl, unreadable } = candidate
  const name = displayName(candidate)
  return (
    <header className="shrink-0 border-b border-line px-4 pt-1.5 pb-2.5">
      <div className="-mx-2 flex items-center gap-1">
        <StepButton command="previous" disabled={index === 0} onPress={() => step(-1)} icon={ChevronUp} />
        <StepButton
          command="next"
          disabled={index !== null && index >= count - 1}
          onPress={() => step(1)}
          icon={ChevronDown}
        />
        <p className="flex-1 ps-1 text-note text-muted">
          {index === null ? 'Not in this view any more' : `${number(index + 1)} of ${number(count)}`}
        </p>
        <button
          type="button"
          aria-label="Close"
          title="Close (Esc)"
          onClick={() => open.close(applicationId)}
          className={iconButton}
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <h2 className="text-title font-semibold tracking-tight wrap-anywhere">
        <Bdi>{name}</Bdi>
      </h2>
      <div className="mt-1 flex flex-wrap items-center gap-1.5 empty:hidden">
        {unreadable || rating === null ? null : <RatingBadge rating={rating} />}
        {isTopChoice === true ? <TopChoiceBadge /> : null}
      </div>
      <div className="mt-2.5">
        <PersonDecision key={applicationId} candidate={candidate} via="panel" />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {profileUrl === null ? null : (
          <OutsideLink
            href={profileUrl}
            className={buttonLook()}
            about={
              <>
                of <Bdi>{name}</Bdi>
              </>
            }
          >
            Profile
          </OutsideLink>
        )}
        <PersonActions jobRef={jobRef} candidate={candidate} asOf={job.asOf} />
      </div>
    </header>
  )
}

/** The open person beside the list, or over it where there is no room beside. */
export function PersonSide() {
  const { jobRef, job, openPerson: candidate, terms, display, open } = useScreen()
  const box = useRef<HTMLElement>(null)
  const sheet = useSideSheet(box, candidate?.applicationId ?? null)
  useBackCommand(box, sheet)
  if (candidate === null) return null
  const { applicationId } = candidate
  return (
    <SideFrame
      ref={box}
      id={panelId(applicationId)}
      label={`Details of ${displayName(candidate)}`}
      sheet={sheet}
      onClose={() => open.close(applicationId)}
    >
      <Head candidate={candidate} />
      {/* Another person begins at their top. */}
      <div key={applicationId} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <PersonSections
          jobRef={jobRef}
          candidate={candidate}
          terms={terms}
          asOf={job.asOf}
          zoom={display.layout.zoom}
          earliest={job.careerFrom}
          lead={null}
          actions={null}
        />
      </div>
    </SideFrame>
  )
}
