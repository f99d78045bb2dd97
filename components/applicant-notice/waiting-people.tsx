'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { LocalTime } from '@/components/shared/local-time'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { AnyProblem } from '@/components/ui/problem-note'
import type { ApplicantNotice, NoticeAnswer, NoticeRequest } from '@/lib/contracts/applicant-notice'
import { noticeCalls } from '@/lib/query/applicant-notice'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { PersonLink } from './person-link'

type Props = { jobRef: JobRef; notice: ApplicantNotice }

/** How many should have been informed, and what to do. */
function OverdueNote({ overdue, waiting }: { overdue: number; waiting: number }) {
  const { number, people } = useFormats()
  return (
    <div className="flex items-start gap-2 rounded-panel bg-danger-soft px-3.5 py-2.5 text-note">
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div>
        <p className="font-medium text-danger">{people(overdue)} overdue</p>
        <p className="mt-0.5">
          Stored for more than 30 days. Send them the text now, then record it.
          {waiting > 0 ? ` ${number(waiting)} more ${waiting === 1 ? 'has' : 'have'} time left.` : ''}
        </p>
      </div>
    </div>
  )
}

/** Who has not been informed, and the record that they were. */
export function WaitingPeople({ jobRef, notice: { counts, waiting } }: Props) {
  const client = useQueryClient()
  const { number, people } = useFormats()
  const mayRecord = useMay('decide')
  const [last, setLast] = useState<string[]>([])
  const { isPending, problem, write } = useWrite({
    mutationFn: (request: NoticeRequest) => noticeCalls.record(jobRef, request),
    async onSuccess({ applicationIds, changed }: NoticeAnswer, { informed }) {
      setLast(informed ? applicationIds : [])
      announce(informed ? `Recorded: ${people(changed)} informed.` : `Taken back for ${people(changed)}.`)
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    },
  })
  const left = counts.stored - counts.informed
  // Longest stored first: all of them stand in the list, or more than it shows.
  const overdue = waiting.filter((person) => person.overdue).map(({ applicationId }) => applicationId)
  return (
    <Panel
      title={left === 0 ? 'Everyone stored is informed' : `${people(left)} not informed yet`}
      intro={`${number(counts.informed)} of ${number(counts.stored)} stored are informed`}
    >
      <AnyProblem problem={problem} />
      {counts.overdue > 0 ? <OverdueNote overdue={counts.overdue} waiting={left - counts.overdue} /> : null}
      {mayRecord ? (
        <div className="flex flex-wrap gap-2">
          {overdue.length === counts.overdue && counts.overdue > 0 && counts.overdue < left ? (
            <Button busy={isPending} onClick={() => write({ informed: true, applicationIds: overdue })}>
              Record that the {number(counts.overdue)} overdue {counts.overdue === 1 ? 'is' : 'are'} informed
            </Button>
          ) : null}
          {left > 0 ? (
            <Button busy={isPending} onClick={() => write({ informed: true, view: '' })}>
              Record that all {number(left)} are informed
            </Button>
          ) : null}
          {last.length > 0 ? (
            <Button
              variant="ghost"
              busy={isPending}
              onClick={() => write({ informed: false, applicationIds: last })}
            >
              Undo for {people(last.length)}
            </Button>
          ) : null}
        </div>
      ) : null}
      {waiting.length === 0 ? null : (
        <ul
          aria-label="Not informed yet"
          className="divide-y divide-line lg:max-h-[32rem] lg:overflow-y-auto"
        >
          {waiting.map(({ applicationId, name, dueAt, overdue }) => (
            <li key={applicationId} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
              <PersonLink jobRef={jobRef} person={{ applicationId, name }} />
              <span className={`text-note ${overdue ? 'font-medium text-danger' : 'text-muted'}`}>
                {overdue ? 'Overdue since ' : 'By '}
                <LocalTime iso={dueAt} format="date" />
              </span>
              {mayRecord ? (
                <Button
                  aria-label={`Record that ${name ?? 'they'} ${name === null ? 'were' : 'was'} informed`}
                  busy={isPending}
                  onClick={() => write({ informed: true, applicationIds: [applicationId] })}
                >
                  Informed
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {left > waiting.length ? (
        <p className="text-note text-muted">
          The {number(waiting.length)} stored longest are listed; {number(left - waiting.length)} more wait.
        </p>
      ) : null}
    </Panel>
  )
}
