'use client'

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import type { LiveNoticeProps } from '@/components/live/live-notice'
import { useIntent } from '@/components/ui/use-intent'
import { useScreen } from './use-job-screen'

// Long after the page can be read and used: nobody misses the changes of its first seconds, which are caught up with.
const startMs = 3_000

let loading: Promise<ComponentType<LiveNoticeProps>> | null = null
const load = () => {
  loading ??= import('@/components/live/live-notice')
    .then(({ LiveNotice }) => LiveNotice)
    .catch((error: unknown) => {
      // It is tried again with the next page.
      loading = null
      throw error
    })
  return loading
}

/** Follows what others do to the job, once the reader begins to use the page or has looked at it for a while. */
export function JobLive() {
  const { jobRef, job, pages, purchases } = useScreen()
  const [Notice, setNotice] = useState<ComponentType<LiveNoticeProps> | null>(null)
  const here = useRef(true)
  const start = useCallback(() => {
    if (typeof EventSource === 'undefined') return
    load().then(
      (Loaded) => {
        if (here.current) setNotice(() => Loaded)
      },
      () => undefined,
    )
  }, [])
  useIntent(start)
  useEffect(() => {
    here.current = true
    const timer = setTimeout(start, startMs)
    return () => {
      here.current = false
      clearTimeout(timer)
    }
  }, [start])
  if (!Notice || pages.range === null) return null
  const { running, progress } = purchases.more
  return (
    <Notice
      jobRef={jobRef}
      stored={job.stored}
      revision={job.revision}
      readAt={pages.range.readAt}
      loading={running !== null || progress !== null}
    />
  )
}
