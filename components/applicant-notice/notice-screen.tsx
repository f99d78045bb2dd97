'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Copy } from 'lucide-react'
import { Panel } from '@/components/ui/panel'
import { ProblemNote } from '@/components/ui/problem-note'
import { noticeCalls, noticeQuery } from '@/lib/query/applicant-notice'
import { toProblem } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'
import { InformedPeople } from './informed-people'
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
          <InformedPeople jobRef={jobRef} notice={data} />
        </div>
        <Panel
          title="The text"
          intro="Filled in from what this job does. A starting point, not legal advice: read it before you send it. As it stands here, it is kept with the record of who was informed."
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
