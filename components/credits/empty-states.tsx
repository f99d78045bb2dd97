'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import type { Job } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import type { EmptyKind } from './empty-drawing'
import { EmptyDrawing } from './lazy-drawing'
import { FetchNotice } from './lazy-notices'
import { LoadButton } from './load-button'
import { applicantsText, countLeft } from '@/lib/domain/list-words'
import type { FetchMore } from './use-fetch-more'
import type { Spend } from './use-spend'

type FrameProps = {
  title: string
  children: ReactNode
  actions?: ReactNode
  drawing: EmptyKind
}

export function EmptyFrame({ title, children, actions, drawing }: FrameProps) {
  return (
    <section className="px-5 pt-16 pb-20 text-center card:mx-4 card:rounded-panel card:border card:bg-panel">
      <div className="mx-auto mb-5 h-18 w-42">
        <EmptyDrawing kind={drawing} />
      </div>
      <h2 className="text-body font-semibold">{title}</h2>
      <div className="mx-auto mt-1.5 max-w-md text-note text-balance text-muted">{children}</div>
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </section>
  )
}

/** The failure of a load that was pressed here, or at the end of a list that has none to show by now. */
function Failed({ more }: { more: FetchMore }) {
  if (more.failure?.purchase.origin !== 'end') return null
  return (
    <div className="mx-auto mt-4 max-w-2xl text-start">
      <FetchNotice key={more.failure.at} more={more} failure={more.failure} />
    </div>
  )
}

type LoadProps = { job: Job; more: FetchMore; spend: Spend['spend'] }

/** Opening a job never spends: the first load is the reader's press. */
export function NothingLoaded({ job, more, spend }: LoadProps) {
  const maySpend = useMay('spend')
  if (!maySpend) {
    return (
      <EmptyFrame drawing="rows" title="Nobody is loaded yet">
        <p>A recruiter or an owner loads this job’s applicants. What they have loaded is read here, free.</p>
      </EmptyFrame>
    )
  }
  return (
    <EmptyFrame
      drawing="rows"
      title="See who applied"
      actions={<LoadButton job={job} more={more} spend={spend} origin="end" primary />}
    >
      <p>
        Load the first {job.offers.next?.rows} applicants to see how many applied. You pay once; viewing is
        free after that.
      </p>
      <Failed more={more} />
    </EmptyFrame>
  )
}

export function NobodyApplied({ more }: { more: FetchMore }) {
  return (
    <EmptyFrame drawing="none" title="Nobody has applied yet">
      <p>The provider’s list for this job is empty. Come back when applications have arrived.</p>
      <Failed more={more} />
    </EmptyFrame>
  )
}

/** Nothing matches: in part of the list, where the rest may; or in all of it. */
export function NoMatch({ job, more, spend, onClear }: LoadProps & { onClear: () => void }) {
  const maySpend = useMay('spend')
  const { number } = useFormats()
  const left = countLeft(job)
  const clear = <Button onClick={onClear}>Clear all filters</Button>
  if (!job.offers.next || left === 0) {
    return (
      <EmptyFrame drawing="none" title="No matches" actions={clear}>
        <p>
          {job.status === 'short'
            ? `None of the ${applicantsText(job.stored, number)} on the provider’s list match. Try removing a filter.`
            : `None of the ${applicantsText(job.stored, number)} match. Try removing a filter.`}
        </p>
        <Failed more={more} />
      </EmptyFrame>
    )
  }
  return (
    <EmptyFrame
      drawing="none"
      title={`No match in the ${number(job.stored)} loaded`}
      actions={
        <>
          {clear}
          <LoadButton job={job} more={more} spend={spend} origin="end" />
        </>
      }
    >
      <p>
        {left === 1 ? '1 applicant is' : `${number(left)} applicants are`} not loaded yet, so not searched.{' '}
        {maySpend ? 'Loading them searches them too.' : 'A recruiter can load them.'}
      </p>
      <Failed more={more} />
    </EmptyFrame>
  )
}

/** Our own server or its store did not answer. */
export function Unreachable({
  problem,
  retrying,
  onRetry,
}: {
  problem: Problem
  retrying: boolean
  onRetry: () => void
}) {
  return (
    <EmptyFrame
      drawing="lost"
      title={problem.title}
      actions={
        <Button busy={retrying} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p role="alert">{problem.detail}</p>
    </EmptyFrame>
  )
}
