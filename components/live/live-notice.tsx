'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { peopleHereId } from '@/components/shared/live-state'
import { buttonLook } from '@/components/ui/button-look'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { createApplier } from './apply-event'
import { liveStore, useLiveState } from './live-store'
import { PeopleHere } from './people-here'
import { joinStream } from './shared-stream'

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

// Shorter breaks are not worth a word, and a load of one's own shows its people by itself.
const quietMs = 4_000
const settleMs = 1_500

/** Whether something has been so for a while. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => setLasting(true), ms)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [now, ms])
  return now && lasting
}

/** Follows the job for as long as it is on screen. */
function useStream({ jobId, account }: JobRef, readAt: number): void {
  const client = useQueryClient()
  const [since] = useState(readAt)
  useEffect(() => {
    const ref = { jobId, account }
    const { apply, close } = createApplier(client, ref)
    const leave = joinStream(ref, since, { onHeard: apply, onState: liveStore.setUp })
    return () => {
      leave()
      close()
      liveStore.reset()
    }
  }, [client, jobId, account, since])
}

/** Over the lower edge, where it moves nothing: new people to be shown, or that changes do not arrive. */
export function LiveNotice({ jobRef, stored, revision, readAt, loading }: LiveNoticeProps) {
  useStream(jobRef, readAt)
  const client = useQueryClient()
  const { up, list } = useLiveState()
  const { number } = useFormats()
  const newer = list !== null && list.revision > revision && !loading
  const offered = useLasting(newer, settleMs)
  const lost = useLasting(!up, quietMs)
  const come = Math.max(0, (list?.stored ?? 0) - stored)
  const words = come > 0 ? `${number(come)} new ${come === 1 ? 'person' : 'people'}` : 'The list has changed'
  return (
    <>
      <PeopleHere elementId={peopleHereId} />
      <div
        role="status"
        aria-label="Changes by others"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+var(--below,0px))] z-20 flex justify-center px-4"
      >
        {lost ? (
          <p className="rounded-panel border border-line bg-panel px-3 py-2 text-note shadow-float">
            Connection lost: changes by others show when it is back.
          </p>
        ) : offered ? (
          <button
            type="button"
            onClick={() => void client.invalidateQueries({ queryKey: keys.job(jobRef) })}
            className={`pointer-events-auto shadow-float ${buttonLook('secondary')}`}
          >
            {words}: show
          </button>
        ) : null}
      </div>
    </>
  )
}
