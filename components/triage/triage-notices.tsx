'use client'

import { type ReactNode, useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useReader } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import { decidedWords } from '@/lib/contracts/decision-words'
import type { MemberName } from '@/lib/contracts/decisions'
import { displayName } from '@/lib/domain/current-role'
import type { Triage } from './use-triage'

/** @param label what it is about; announced as it comes */
function Notice({ label, children, actions }: { label: string; children: ReactNode; actions?: ReactNode }) {
  useEffect(() => announce(label), [label])
  return (
    <div
      role="group"
      aria-label={label}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-maybe-soft px-5 py-2 text-note text-ink max-sm:px-4"
    >
      <p className="min-w-0 flex-1 basis-60 wrap-anywhere">{children}</p>
      {actions === undefined ? null : <div className="flex gap-2">{actions}</div>}
    </div>
  )
}

/** What a reader should know before they go on: who else is on somebody, what was not saved, and what to do about it. */
export function TriageNotices({ triage }: { triage: Triage }) {
  const { pass, state, id, refusal, takeOver, next } = triage
  const nameOf = (applicationId: string) => {
    const person = pass.people[applicationId]
    return <Bdi>{person ? displayName(person.candidate) : 'this person'}</Bdi>
  }
  const { held, unreachable } = state
  const { id: reader } = useReader()
  // Of one member, a tab is another's as well.
  const holderName = (by: MemberName | null) => (by === null || by.id === reader ? 'Another tab' : by.name)
  const standing = id === null || pass.secondLook ? undefined : pass.people[id]?.mark.decision
  const theirs = standing && id !== null && !(id in pass.made) && standing.by.id !== reader ? standing : null
  const lostTo = id !== null && id in pass.lost ? holderName(pass.lost[id] ?? null) : null
  return (
    <>
      {held === null ? null : (
        <Notice
          label={`${holderName(held.by)} is on it`}
          actions={<Button onClick={() => takeOver(held.applicationId)}>Take over</Button>}
        >
          <Bdi>{holderName(held.by)}</Bdi> is on {nameOf(held.applicationId)}, so here is the next person.
        </Notice>
      )}
      {id === null || lostTo === null ? null : (
        <Notice
          label={`${lostTo} is on it now`}
          actions={
            <>
              <Button onClick={() => takeOver(id)}>Take over</Button>
              <Button variant="primary" onClick={next}>
                Next person
              </Button>
            </>
          }
        >
          <Bdi>{lostTo}</Bdi> is on it now. Go on to the next person, or take {nameOf(id)} over.
        </Notice>
      )}
      {id === null || theirs === null ? null : (
        <Notice
          label={`${theirs.by.name} decided: ${decidedWords[theirs.decision]}`}
          actions={<Button onClick={next}>Next person</Button>}
        >
          <Bdi>{theirs.by.name}</Bdi> has decided about {nameOf(id)}: {decidedWords[theirs.decision]}. Go on
          to the next person, or replace it with your decision.
        </Notice>
      )}
      {refusal === null ? null : (
        <Notice label={refusal.problem.title}>
          {nameOf(refusal.applicationId)}: {refusal.problem.detail}
        </Notice>
      )}
      {unreachable ? (
        <Notice label="Shortlist does not answer">
          Shortlist does not answer. It is asked again every few seconds, and what you decide is kept until it
          does.
        </Notice>
      ) : null}
    </>
  )
}
