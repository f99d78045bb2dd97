'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import { Bdi } from '@/components/shared/text'
import { useReader } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import { emptyView } from '@/lib/contracts/words'
import { countMade } from '@/lib/domain/triage-pass'
import { jobPath, triagePath } from '@/lib/url/paths'
import type { Triage } from './use-triage'

const minuteMs = 60_000

/** How long a pass took, in words. */
function durationText(ms: number): string {
  const minutes = Math.round(ms / minuteMs)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return `${hours} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

/** HTML id of what a pass came to. */
export const endId = 'triage-end'

type Props = {
  triage: Triage
  /** The list that was gone through. */
  back: string
  suggesting: boolean
  share: ReactNode
}

/** Nobody is left, or nobody is free: what was done, and what to do next. */
export function PassEnd({ triage, back, suggesting, share }: Props) {
  const { jobRef, view, state, pass, canUndo, undo, previous } = triage
  const { number } = useFormats()
  const counts = countMade(pass)
  const left = pass.counts?.left ?? 0
  const isEmpty = pass.counts?.people === 0
  const { id: reader } = useReader()
  const names = pass.heldBy.filter(({ id }) => id !== reader).map(({ name }) => name)
  const verb = suggesting ? 'suggested' : 'decided'
  const parts = [
    `${number(counts.shortlist)} shortlist`,
    `${number(counts.maybe)} maybe`,
    `${number(counts.reject)} reject`,
  ]
  const done = `${number(counts.total)} ${verb} in ${durationText(state.lastAt - state.startedAt)}`
  const title =
    left > 0
      ? 'Nobody is free right now'
      : counts.total === 0
        ? isEmpty
          ? 'Nobody is in this view'
          : 'Nobody is left to decide about'
        : done
  return (
    <div className="mx-auto flex w-full max-w-prose flex-col gap-4 px-5 py-10">
      <h1 id={endId} tabIndex={-1} className="text-title font-semibold tracking-tight outline-none">
        {title}
      </h1>
      {left > 0 ? (
        <p className="text-muted">
          {names.length === 0 ? (
            'Another tab has everyone who is left.'
          ) : (
            <>
              <Bdi>{names.join(', ')}</Bdi> {names.length === 1 ? 'has' : 'have'} everyone who is left.
              Somebody is shown here as soon as they move on, or take one over from the queue.
            </>
          )}
        </p>
      ) : counts.total === 0 ? (
        <p className="text-muted">
          {isEmpty
            ? 'Load applicants, or widen the filters of the list, then come back.'
            : 'Everyone in this view has been decided about.'}
        </p>
      ) : null}
      {counts.total === 0 ? null : (
        <p className="text-muted">{`${left > 0 ? `${done}: ` : ''}${parts.join(', ')}.`}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {counts.shortlist === 0 || suggesting ? null : share}
        <Link
          href={jobPath(jobRef, { ...emptyView, decision: ['shortlist'] })}
          className={buttonLook('primary')}
        >
          Open the shortlist
        </Link>
        {counts.maybe === 0 || suggesting ? null : (
          // Another pass: what this page holds belongs to this one.
          <a href={triagePath(jobRef, { ...view, decision: ['maybe'] })} className={buttonLook()}>
            Second look at {number(counts.maybe)} maybe
          </a>
        )}
        {canUndo ? <Button onClick={undo}>Undo the last decision</Button> : null}
        {pass.trail.length === 0 ? null : (
          <Button variant="ghost" onClick={previous}>
            Look back
          </Button>
        )}
        <Link href={back} className={buttonLook('ghost')}>
          Back to the list
        </Link>
      </div>
    </div>
  )
}
