'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FollowJob } from '@/components/live/follow-job'
import { AgreementReport } from '@/components/second-opinion/agreement-report'
import { CloseButton } from '@/components/second-opinion/close-button'
import { OpinionPeople } from '@/components/second-opinion/opinion-people'
import { opinionTitle, progressText } from '@/components/second-opinion/opinion-words'
import { BackHeader } from '@/components/shared/back-header'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Month } from '@/lib/contracts/month'
import { toProblem } from '@/lib/query/http'
import { secondOpinionCalls, secondOpinionQuery } from '@/lib/query/second-opinions'
import { type JobRef, jobPath } from '@/lib/url/paths'
import { ChoosePerson } from './choose-person'

type Props = {
  jobRef: JobRef
  opinionId: string
  asOf: Month
  earliest: number | null
  /** Above the results. */
  notice: ReactNode
}

/** A second opinion: person by person for the colleague who has not chosen, else how far both agree. */
export function OpinionScreen({ jobRef, opinionId, asOf, earliest, notice }: Props) {
  const { number } = useFormats()
  const [showsResults, setShowsResults] = useState(false)
  const { data, error } = useQuery(
    secondOpinionQuery(jobRef, opinionId, (signal) => secondOpinionCalls.show(jobRef, opinionId, signal)),
  )
  if (!data) {
    const { title, detail } = error ? toProblem(error) : { title: '', detail: '' }
    return <div className="px-5 py-8">{error ? <ProblemNote title={title}>{detail}</ProblemNote> : null}</div>
  }
  const { opinion, items, agreement } = data
  const left =
    opinion.mine === 'colleague' && opinion.closedAt === null
      ? items.filter(({ colleague }) => colleague === null).map(({ applicationId }) => applicationId)
      : []
  const choosing = left.length > 0 && !showsResults
  return (
    <div className={`flex flex-col ${choosing ? 'h-full' : 'min-h-full'}`}>
      <BackHeader
        back={jobPath(jobRef)}
        title={data.jobLabel ?? `Job ${jobRef.jobId}`}
        detail={choosing ? `${opinionTitle(opinion)}: ${number(left.length)} left` : 'Second opinion'}
      >
        {left.length === 0 ? null : (
          <Button onClick={() => setShowsResults(choosing)}>
            {choosing ? 'Show results' : 'Go on choosing'}
          </Button>
        )}
      </BackHeader>
      {choosing ? (
        <ChoosePerson {...{ jobRef, opinionId, asOf, earliest }} left={left} note={opinion.note} />
      ) : (
        <div className="mx-auto w-full max-w-page">
          {notice}
          <div className="flex flex-col gap-8 px-5 pt-6 pb-16 max-sm:px-4">
            <header className="flex flex-wrap items-start gap-3">
              <div className="min-w-0 flex-1">
                <h1 className="text-title font-semibold tracking-tight wrap-anywhere">
                  <Bdi>{opinionTitle(opinion)}</Bdi>
                </h1>
                <p className="text-muted">
                  {progressText(opinion, number)}
                  {opinion.closedAt === null ? '' : ' · closed'}
                </p>
                {opinion.note === null ? null : (
                  <p dir="auto" className="mt-1 max-w-prose wrap-anywhere">
                    {opinion.note}
                  </p>
                )}
              </div>
              <CloseButton jobRef={jobRef} opinion={opinion} />
            </header>
            <AgreementReport opinion={opinion} agreement={agreement} />
            <OpinionPeople jobRef={jobRef} detail={data} />
          </div>
        </div>
      )}
      <FollowJob jobRef={jobRef} />
    </div>
  )
}
