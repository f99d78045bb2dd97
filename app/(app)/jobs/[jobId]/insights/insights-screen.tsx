'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { InsightChart } from '@/components/insights/insight-chart'
import { InsightScope } from '@/components/insights/insight-scope'
import { BackHeader } from '@/components/shared/back-header'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import { ProblemNote } from '@/components/ui/problem-note'
import { type InsightKey, insightKeys } from '@/lib/contracts/insight-definitions'
import type { Insights } from '@/lib/contracts/insights'
import type { View } from '@/lib/contracts/view'
import { toProblem } from '@/lib/query/http'
import { insightsQuery } from '@/lib/query/insights'
import { insightsPath } from '@/lib/url/insights'
import { jobPath, type JobRef, sharedJobPath } from '@/lib/url/paths'
import { emptyView } from '@/lib/contracts/words'
import { isUnfiltered } from '@/lib/url/view'

/** Whether a job has what is counted. */
const isDrawn = (key: InsightKey, { hasCriteria }: Insights['job']) => key !== 'criteria' || hasCriteria

type Props = {
  jobRef: JobRef
  view: View
  /** Below the header. */
  notice: ReactNode
}

/** What the people of a view are like, each thing counted and drawn; reading it is free. */
export function InsightsScreen({ jobRef, view, notice }: Props) {
  const { data, error, isFetching, refetch } = useQuery({
    ...insightsQuery(jobRef, view),
    placeholderData: keepPreviousData,
  })
  const filtered = !isUnfiltered(view)
  const problem = error === null ? null : toProblem(error)
  const nobody = data?.counts.matched === 0
  return (
    <div className="flex min-h-full flex-col">
      <BackHeader
        back={jobPath(jobRef, view)}
        title={data?.job.label ?? `Job ${jobRef.jobId}`}
        detail={filtered ? 'this view' : null}
      />
      {notice}
      <div className="mx-auto w-full max-w-page px-5 pt-6 pb-16 max-sm:px-4">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className="text-title font-semibold tracking-tight">Insights</h1>
          {data ? <InsightScope {...data} filtered={filtered} /> : null}
          {filtered ? (
            <Link
              href={insightsPath(jobRef, emptyView)}
              className="rounded-mark text-note text-accent hover:underline"
            >
              Show everyone
            </Link>
          ) : null}
        </div>
        {problem === null ? null : (
          <div className="mt-4 flex flex-col items-start gap-3">
            <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>
            <Button busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          </div>
        )}
        {nobody ? (
          <div className="mt-6 rounded-panel border border-dashed border-edge/40 px-4 py-12 text-center">
            <p className="font-semibold">
              {data.counts.stored === 0 ? 'Nobody is loaded yet' : 'Nobody matches this view'}
            </p>
            <p className="mx-auto mt-1.5 mb-5 max-w-md text-note text-balance text-muted">
              {data.counts.stored === 0
                ? 'Load the first applicants in the list. What they are like is then counted here.'
                : 'Take a filter away in the list, or look at everyone.'}
            </p>
            <Link
              href={data.counts.stored === 0 ? sharedJobPath(jobRef, emptyView) : jobPath(jobRef, view)}
              className={buttonLook('secondary')}
            >
              Go to the list
            </Link>
          </div>
        ) : data ? (
          <div className="mt-4 grid items-start gap-4 md:grid-cols-2 lg:grid-cols-3">
            {insightKeys
              .filter((key) => isDrawn(key, data.job))
              .map((key) => (
                <InsightChart
                  key={key}
                  insightKey={key}
                  insight={data.charts[key]}
                  jobRef={jobRef}
                  view={view}
                />
              ))}
          </div>
        ) : problem === null ? (
          <p role="status" className="mt-4 rounded-panel border border-line bg-panel px-4 py-5 text-muted">
            Counting…
          </p>
        ) : null}
      </div>
    </div>
  )
}
