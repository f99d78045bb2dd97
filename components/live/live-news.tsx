'use client'

import { useCallback } from 'react'
import { peopleHereId } from '@/components/shared/people-here-id'
import { marksEvent } from '@/lib/contracts/job-events'
import type { JobRef } from '@/lib/url/paths'
import type { Heard } from './event-link'
import { LiveStatus, LostNote, useLost } from './live-status'
import { PeopleHere } from './people-here'
import { useStream } from './use-stream'

/** Something was done about these people, or about any where `applicationIds` is null. */
export type News = { by: string | null; applicationIds: readonly string[] | null }

export type LiveNewsProps = {
  jobRef: JobRef
  /** When the page was read, milliseconds. */
  readAt: number
  onNews?: (news: News) => void
}

const anyone: News = { by: null, applicationIds: null }

/** Follows a job for a page that draws people from an account of its own, and names who else is here. */
export function LiveNews({ jobRef, readAt, onNews }: LiveNewsProps) {
  const onHeard = useCallback(
    ({ event, data }: Heard) => {
      if (event === 'marks') onNews?.(marksEvent.parse(data))
      else if (event === 'list' || event === 'reset') onNews?.(anyone)
    },
    [onNews],
  )
  useStream(jobRef, readAt, onHeard)
  const lost = useLost()
  return (
    <>
      <PeopleHere elementId={peopleHereId} />
      <LiveStatus>{lost ? <LostNote /> : null}</LiveStatus>
    </>
  )
}
