'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ChoiceBar } from '@/components/second-opinion/choice-bar'
import { useWrite } from '@/components/shared/use-write'
import { headingId } from '@/components/triage/person-heading'
import { announce } from '@/components/ui/announcer'
import { ProblemNote } from '@/components/ui/problem-note'
import { type Decision, decidedWords } from '@/lib/contracts/decision-words'
import type { Month } from '@/lib/contracts/month'
import { emptyView } from '@/lib/contracts/words'
import { displayName } from '@/lib/domain/current-role'
import { toProblem } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import { secondOpinionCalls } from '@/lib/query/second-opinions'
import { triagePersonQuery } from '@/lib/query/triage'
import type { JobRef } from '@/lib/url/paths'
import { PersonView } from '../../triage/_parts/person-view'

type Props = {
  jobRef: JobRef
  opinionId: string
  /** People the reader has not chosen on yet, in order. */
  left: readonly string[]
  note: string | null
  asOf: Month
  earliest: number | null
}

const noTerms: readonly string[] = []

/** The people left to a reader who is asked for a second opinion, one at a time. */
export function ChoosePerson({ jobRef, opinionId, left, note, asOf, earliest }: Props) {
  const client = useQueryClient()
  const [later, setLater] = useState<readonly string[]>([])
  const order = [...left.filter((id) => !later.includes(id)), ...later.filter((id) => left.includes(id))]
  const [id = '', next] = order
  const { data: person, error } = useQuery({ ...triagePersonQuery(jobRef, id, emptyView), retry: false })
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(triagePersonQuery(jobRef, next, emptyView))
  }, [client, jobRef, next])

  const scroller = useRef<HTMLDivElement>(null)
  const isThere = person !== undefined
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0)
    if (isThere) document.getElementById(headingId(id))?.focus({ preventScroll: true })
  }, [id, isThere])

  const { write, problem } = useWrite({
    mutationFn: ({ decision, reason }: { decision: Decision; reason: string }) =>
      secondOpinionCalls.give(jobRef, opinionId, id, { decision, reason }),
    async onSuccess({ name, colleague }) {
      if (colleague) announce(`${name}: ${decidedWords[colleague.decision]}`)
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    },
  })
  const failure = error && toProblem(error)
  return (
    <>
      <div ref={scroller} className="@container/desk min-h-0 flex-1 overflow-y-auto">
        {note === null ? null : (
          <p dir="auto" className="border-b border-line bg-soft px-5 py-2 text-note wrap-anywhere card:px-4">
            {note}
          </p>
        )}
        {person ? (
          <PersonView key={id} {...{ jobRef, person, asOf, earliest }} view={emptyView} terms={noTerms} />
        ) : failure ? (
          <div className="p-5">
            <ProblemNote title={failure.title}>{failure.detail}</ProblemNote>
          </div>
        ) : (
          <div aria-busy className="h-full" />
        )}
      </div>
      {person ? (
        <ChoiceBar
          key={id}
          name={displayName(person.candidate)}
          problem={problem}
          onChoose={(decision, reason) => write({ decision, reason })}
          onSkip={order.length > 1 ? () => setLater([...later.filter((each) => each !== id), id]) : null}
        />
      ) : null}
    </>
  )
}
