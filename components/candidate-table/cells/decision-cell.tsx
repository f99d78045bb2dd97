import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { decisionWords } from '@/lib/contracts/decision-words'
import { DecideButton } from '../decide-button'
import type { CellProps } from './cell'

const quiet = 'block truncate text-left text-small text-muted compact:min-w-0'

/**
 * What colleagues who may not decide suggest, before who does, since a narrow column cuts off the end:
 * “Suggested: shortlist · Ada Moss”, “3 suggestions: shortlist, reject”.
 */
function suggestionWords(suggestions: NonNullable<MarkedCandidate['suggestions']>): string | null {
  const [first, ...others] = suggestions
  if (!first) return null
  const words = [...new Set(suggestions.map(({ decision }) => decisionWords[decision].toLowerCase()))]
  if (others.length === 0) return `Suggested: ${words.join('')} · ${first.by.name}`
  return `${suggestions.length} suggestions: ${words.join(', ')}`
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0] ?? ''

/** What is decided, or that it is hidden. */
function Standing({ candidate: { decision, secondOpinion } }: Pick<CellProps, 'candidate'>) {
  if (decision) return <DecisionBadge decision={decision.decision} />
  if (secondOpinion !== undefined)
    return (
      <span title="What the team decided is hidden from you until you give it." className={quiet}>
        Your second opinion
      </span>
    )
  return <span className="sr-only">Undecided</span>
}

/**
 * What the team decided; the way to decide, in sight while a pointer or the focus is in the row; below them why, or what
 * viewers suggest until then, and the newest note.
 */
export function DecisionCell({ candidate }: CellProps) {
  const { decision, secondOpinion, suggestions = [], notes, erased } = candidate
  const open = decision === undefined && secondOpinion === undefined
  const why = open ? suggestionWords(suggestions) : (decision?.reason?.label ?? decision?.comment ?? null)
  const note = notes ? `${notes.latest.by.name}: ${notes.latest.text}` : null
  const lines = [why, note].filter((line) => line !== null)
  return (
    <>
      <Standing candidate={candidate} />
      {erased || secondOpinion !== undefined ? null : <DecideButton candidate={candidate} />}
      {lines.length === 0 ? null : (
        <span title={lines.join('\n')} className={`w-full compact:w-auto ${quiet}`}>
          {why === null ? null : <Bdi>{firstLine(why)}</Bdi>}
          {why !== null && notes ? ' · ' : null}
          {notes ? (
            <>
              <span className="sr-only">Note: </span>
              <Bdi>{firstLine(notes.latest.text)}</Bdi>
            </>
          ) : null}
        </span>
      )}
    </>
  )
}
