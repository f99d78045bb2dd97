import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { JobRef } from '@/lib/url/paths'
import { createApplier } from './apply-event'
import type { Heard } from './event-link'
import { liveStore } from './live-store'
import { joinStream } from './shared-stream'

const ignore = () => undefined

/**
 * Follows a job for as long as a page of it is on screen.
 * @param readAt when the page was read, milliseconds
 * @param onHeard for a page that keeps more than the browser's queries have
 */
export function useStream(
  { jobId, account }: JobRef,
  readAt: number,
  onHeard: (heard: Heard) => void = ignore,
): void {
  const client = useQueryClient()
  const [since] = useState(readAt)
  const also = useRef(onHeard)
  useEffect(() => {
    also.current = onHeard
  }, [onHeard])
  useEffect(() => {
    const ref = { jobId, account }
    const { apply, close } = createApplier(client, ref)
    const onAny = (heard: Heard) => {
      apply(heard)
      also.current(heard)
    }
    const leave = joinStream(ref, since, { onHeard: onAny, onState: liveStore.setUp })
    return () => {
      leave()
      close()
      liveStore.reset()
    }
  }, [client, jobId, account, since])
}
