'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useFormats } from '@/components/shared/use-formats'
import { peopleHereId } from '@/components/shared/people-here-id'
import { buttonLook } from '@/components/ui/button-look'
import { useLasting } from '@/components/ui/use-lasting'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { LiveStatus, LostNote, useLost } from './live-status'
import { useLiveState } from './live-store'
import { PeopleHere } from './people-here'
import { useStream } from './use-stream'

export type LiveNoticeProps = {
  jobRef: JobRef
  /** Of the list as it is on screen. */
  stored: number
  revision: number
  /** When the page was read, milliseconds. */
  readAt: number
  /** A load shows its people by itself. */
  loading: boolean
}

// A load of one's own shows its people by itself.
const settleMs = 1_500

/** Over the lower edge, where it moves nothing: new people to be shown, or that changes do not arrive. */
export function LiveNotice({ jobRef, stored, revision, readAt, loading }: LiveNoticeProps) {
  useStream(jobRef, readAt)
  const client = useQueryClient()
  const { list } = useLiveState()
  const { number } = useFormats()
  const newer = list !== null && list.revision > revision && !loading
  const offered = useLasting(newer, settleMs)
  const lost = useLost()
  const come = Math.max(0, (list?.stored ?? 0) - stored)
  const words = come > 0 ? `${number(come)} new ${come === 1 ? 'person' : 'people'}` : 'The list has changed'
  return (
    <>
      <PeopleHere elementId={peopleHereId} />
      <LiveStatus>
        {lost ? (
          <LostNote />
        ) : offered ? (
          <button
            type="button"
            onClick={() => void client.invalidateQueries({ queryKey: keys.job(jobRef) })}
            className={`pointer-events-auto shadow-float ${buttonLook('secondary')}`}
          >
            {words}: show
          </button>
        ) : null}
      </LiveStatus>
    </>
  )
}
