'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import type { Job } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import { FetchNotice } from './lazy-notices'
import { LoadButton } from './load-button'
import { applicantsText, countLeft } from '@/lib/domain/list-words'
import type { FetchMore } from './use-fetch-more'
import type { Spend } from './use-spend'

type FrameProps = {
  title: string
  children: ReactNode
  actions?: ReactNode
  drawing: 'rows' | 'none' | 'lost'
}

/** Three rows of the list, as a drawing: to come, empty, or out of reach. */
function Drawing({ kind }: { kind: FrameProps['drawing'] }) {
  const tint = kind === 'rows' ? 'var(--accent)' : 'var(--edge)'
  return (
    <svg aria-hidden viewBox="0 0 168 72" className="mx-auto mb-5 h-18 w-42" fill="none">
      {[0, 1, 2].map((row) => (
        <g key={row} transform={`translate(${row * 8} ${row * 20})`} opacity={1 - row * 0.3}>
          <rect
            x="0.75"
            y="0.75"
            width="150"
            height="26"
            rx="7"
            fill="var(--panel)"
            stroke="var(--line)"
            strokeWidth="1.5"
            strokeDasharray={kind === 'rows' ? undefined : '4 4'}
          />
          <circle cx="15" cy="13.75" r="5" fill={tint} opacity={kind === 'lost' ? 0.25 : 0.7} />
          <rect
            x="28"
            y="9"
            width={58 - row * 9}
            height="4"
            rx="2"
            fill={tint}
            opacity={kind === 'rows' ? 0.55 : 0.3}
          />
          <rect x="28" y="16" width={84 - row * 14} height="3" rx="1.5" fill="var(--edge)" opacity="0.25" />
        </g>
      ))}
    </svg>
  )
}

export function EmptyFrame({ title, children, actions, drawing }: FrameProps) {
  return (
    <section className="px-5 pt-16 pb-20 text-center card:mx-4 card:rounded-panel card:border card:bg-panel">
      <Drawing kind={drawing} />
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
