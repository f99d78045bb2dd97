'use client'

import { useCallback, useEffect, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { useIntent } from '@/components/ui/use-intent'
import type { LiveNewsProps } from './live-news'

const nothing = () => null
const LiveNews = lazyPart<LiveNewsProps>(
  () => import('./live-news').then((loaded) => loaded.LiveNews),
  nothing,
)

// After the first people are there: what happens until then is caught up with.
const startMs = 2_000

/** Follows what others do to the job, once the reader begins or has looked at the page for a while. */
export function FollowJob(props: Omit<LiveNewsProps, 'readAt'>) {
  const [readAt] = useState(() => Date.now())
  const [started, setStarted] = useState(false)
  const start = useCallback(() => setStarted(typeof EventSource !== 'undefined'), [])
  useIntent(start)
  useEffect(() => {
    const timer = setTimeout(start, startMs)
    return () => clearTimeout(timer)
  }, [start])
  return started ? <LiveNews {...props} readAt={readAt} /> : null
}
