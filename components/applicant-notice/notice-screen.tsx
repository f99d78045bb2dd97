'use client'

import { useQuery } from '@tanstack/react-query'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Copy } from 'lucide-react'
import { Panel } from '@/components/ui/panel'
import { ProblemNote } from '@/components/ui/problem-note'
import type { ApplicantNotice } from '@/lib/contracts/applicant-notice'
import { noticeCalls, noticeQuery } from '@/lib/query/applicant-notice'
import { toProblem } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'
import { SenderForm } from './sender-form'
import { WaitingPeople } from './waiting-people'

/** The text, who answers for it, who waits for it and who was informed. */
export function NoticeScreen({ jobRef }: { jobRef: JobRef }) {
  const { data, error, isFetching, refetch } = useQuery(
    noticeQuery(jobRef, (signal) => noticeCalls.show(jobRef, signal)),
  )
  if (data) {
    return (
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <WaitingPeople jobRef={jobRef} notice={data} />
          <NoticeLog log={data.log} />
        </div>
        <Panel
          title="The text"
          intro="Filled in from what this job does. A starting point, not legal advice: read it before you send it."
        >
          <SenderForm jobRef={jobRef} sender={data.sender} />
          <pre className="font-sans wrap-anywhere whitespace-pre-wrap">{data.text}</pre>
          <div>
            <CopyButton text={() => data.text} label="Copy text" icon={Copy} />
          </div>
        </Panel>
      </div>
    )
  }
  if (!error) return <p className="text-muted">Reading who was informed…</p>
  const { title, detail } = toProblem(error)
  return (
    <div className="flex flex-col items-start gap-3">
      <ProblemNote title={title}>{detail}</ProblemNote>
      <Button busy={isFetching} onClick={() => void refetch()}>
        Try again
      </Button>
    </div>
  )
}

function NoticeLog({ log }: { log: ApplicantNotice['log'] }) {
  const { people } = useFormats()
  if (log.length === 0) return null
  return (
    <Panel title="Informed so far">
      <ul className="flex flex-col gap-1.5">
        {log.map(({ at, by, people: count }) => (
          <li key={`${at} ${by}`} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {people(count)} by <Bdi>{by}</Bdi>
            </span>
            <span className="text-muted">
              <LocalTime iso={at} format="moment" />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
