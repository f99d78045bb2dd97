'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { DecisionRequest } from '@/lib/contracts/decisions'
import { type Decision, decisions, decisionWords } from '@/lib/contracts/decision-words'
import { displayName } from '@/lib/domain/current-role'
import { decisionCalls, reasonsQuery } from '@/lib/query/decisions'
import { type JobRef } from '@/lib/url/paths'
import { secondOpinionPath } from '@/lib/url/job-pages'
import { ReasonMenu } from './lazy-reason-menu'
import { useMay, useReader } from './reader'
import type { ChosenReason } from './reason-fields'
import { useDecide } from './use-decide'

type Props = {
  jobRef: JobRef
  candidate: Pick<
    MarkedCandidate,
    | 'applicationId'
    | 'fullName'
    | 'firstName'
    | 'lastName'
    | 'unreadable'
    | 'erased'
    | 'decision'
    | 'secondOpinion'
    | 'suggestions'
  >
  via: NonNullable<DecisionRequest['via']>
  /** The query string of the view. */
  search?: string
  /** For how long they have been on screen, milliseconds. */
  shownMs?: () => number
  /** The keys that press these buttons, where any do. */
  hints?: Partial<Record<Decision, string>>
  /** After a press. */
  onDecided?: (decision: Decision | null) => void
}

const shapes: Record<Decision, string> = {
  shortlist: 'before:mask-(--shape-shortlist)',
  maybe: 'before:mask-(--shape-later)',
  reject: 'before:mask-(--shape-reject)',
}
// Round, as the badges of decisions are, and no shape or colour of a rating.
const look =
  'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-full border px-3 text-note font-medium whitespace-nowrap ' +
  'transition-colors duration-quick card:h-11 card:min-w-11 pointer-coarse:h-11 pointer-coarse:min-w-11 ' +
  'before:size-3.5 before:bg-current forced-colors:before:bg-[CanvasText]'
const free = 'border-edge bg-panel text-ink hover:bg-soft'
const pressed = 'border-accent bg-accent text-accent-ink forced-colors:border-4'

const staleMs = 300_000

/** Shortlist, maybe, reject: pressed again it is taken back. Whoever may not decide suggests with the same buttons. */
export function DecisionButtons({ jobRef, candidate, via, search, shownMs, hints = {}, onDecided }: Props) {
  const { applicationId, decision: mark, secondOpinion, suggestions = [], erased } = candidate
  const mayDecide = useMay('decide')
  const { id: me } = useReader()
  const { decide, suggest } = useDecide(jobRef)
  const [asking, setAsking] = useState<Decision | null>(null)
  const anchor = useRef<HTMLElement>(null)
  const { data: settings } = useQuery({
    ...reasonsQuery(decisionCalls.reasons),
    enabled: mayDecide,
    staleTime: staleMs,
  })
  if (erased) return null
  if (secondOpinion !== undefined) {
    return (
      <p className="text-note text-muted">
        What the team decided is hidden from you until you give{' '}
        <Link
          href={secondOpinionPath(jobRef, secondOpinion)}
          className="text-accent underline underline-offset-2"
        >
          your second opinion
        </Link>
        .
      </p>
    )
  }
  const name = displayName(candidate)
  const own = suggestions.find(({ by }) => by.id === me)?.decision ?? null
  const standing = mayDecide ? (mark?.decision ?? null) : own
  const save = (decision: Decision | null, chosen?: ChosenReason) => {
    setAsking(null)
    if (mayDecide)
      decide({ who: { ids: [applicationId] }, decision, ...chosen, via, search, shownMs: shownMs?.() })
    else suggest(applicationId, decision)
    onDecided?.(decision)
  }
  const needsReason = (decision: Decision) => decision === 'reject' && settings?.neededForReject === true
  const press = (decision: Decision, button: HTMLElement) => {
    anchor.current = button
    if (standing === decision) save(null)
    else if (mayDecide && needsReason(decision)) setAsking(decision)
    else save(decision)
  }
  return (
    <div
      role="group"
      aria-label={mayDecide ? `Decision about ${name}` : `Suggest a decision about ${name}`}
      className="flex flex-wrap items-center gap-2"
      onPointerEnter={ReasonMenu.prepare}
      onFocus={ReasonMenu.prepare}
    >
      {mayDecide ? null : <span className="text-note text-muted">Suggest:</span>}
      {decisions.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={standing === each}
          aria-keyshortcuts={hints[each]}
          onClick={(event) => press(each, event.currentTarget)}
          className={`${look} ${shapes[each]} ${standing === each ? pressed : free}`}
        >
          <span>{decisionWords[each]}</span>
          {hints[each] === undefined ? null : (
            <kbd aria-hidden className="text-small font-normal opacity-80 pointer-coarse:hidden">
              {hints[each]}
            </kbd>
          )}
        </button>
      ))}
      {mayDecide && mark ? (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={asking !== null}
          onClick={(event) => {
            anchor.current = event.currentTarget
            setAsking(mark.decision)
          }}
          className={`${buttonLook('ghost')} max-w-full pointer-coarse:h-11 card:h-11`}
        >
          <span className="truncate">{mark.reason?.label ?? mark.comment ?? 'Add a reason'}</span>
        </button>
      ) : null}
      {asking === null ? null : (
        <ReasonMenu
          name={name}
          decision={asking}
          current={mark ?? null}
          reasons={settings?.reasons ?? []}
          needed={needsReason(asking)}
          anchor={() => anchor.current}
          onChoose={(chosen) => save(asking, chosen)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
