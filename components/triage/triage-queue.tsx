'use client'

import { DecisionBadge } from '@/components/shared/decision-badge'
import { useReader } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import type { Decision } from '@/lib/contracts/decision-words'
import { displayName } from '@/lib/domain/current-role'
import { currentId, type Pass, standingDecision } from '@/lib/domain/triage-pass'

type LineProps = {
  name: string
  current?: boolean
  decision?: Decision | null
  /** What else is to be said of them. */
  note?: string | null
  onOpen: () => void
}

function Line({ name, current = false, decision = null, note = null, onOpen }: LineProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
        className="flex min-h-9 w-full items-center gap-2 rounded-control px-2.5 py-1 text-start text-note hover:bg-soft aria-current:bg-accent-soft aria-current:font-medium forced-colors:aria-current:border forced-colors:aria-current:border-[Highlight]"
      >
        <span className="min-w-0 flex-1 truncate">
          <Bdi>{name}</Bdi>
        </span>
        {note === null ? null : (
          <span className="max-w-1/2 shrink-0 truncate text-small text-muted">
            <bdi>{note}</bdi>
          </span>
        )}
        {decision === null ? null : <DecisionBadge decision={decision} />}
      </button>
    </li>
  )
}

const trailShown = 6

/** Whom the reader was shown last, and who comes next. */
export function TriageQueue({ pass, onOpen }: { pass: Pass; onOpen: (applicationId: string) => void }) {
  const { id: reader } = useReader()
  const current = currentId(pass)
  const nameOf = (id: string) => {
    const person = pass.people[id]
    return person ? displayName(person.candidate) : 'Name not given'
  }
  const from = Math.max(0, Math.min(pass.at, pass.trail.length) - trailShown)
  const known = new Set([...pass.trail, ...pass.ahead])
  return (
    <nav aria-label="Queue" className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
      <ol className="flex flex-col">
        {pass.trail.slice(from).map((id) => (
          <Line
            key={id}
            name={nameOf(id)}
            current={id === current}
            decision={standingDecision(pass, id)}
            note={pass.skipped.includes(id) ? 'at the end' : null}
            onOpen={() => onOpen(id)}
          />
        ))}
        {pass.ahead.map((id) => (
          <Line key={id} name={nameOf(id)} onOpen={() => onOpen(id)} />
        ))}
        {pass.queue
          .filter(({ applicationId }) => !known.has(applicationId))
          .map(({ applicationId, name, claim }) => (
            <Line
              key={applicationId}
              name={name ?? 'Name not given'}
              note={
                claim === null ? null : `${claim.by.id === reader ? 'Another tab' : claim.by.name} is on it`
              }
              onOpen={() => onOpen(applicationId)}
            />
          ))}
      </ol>
    </nav>
  )
}
