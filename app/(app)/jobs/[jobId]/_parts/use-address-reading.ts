'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useIntent } from '@/components/ui/use-intent'
import type { SavedView } from '@/lib/contracts/saved-views'
import type { Job } from '@/lib/contracts/job'
import { savedViewsQuery } from '@/lib/query/saved-views'
import type { JobRef } from '@/lib/url/paths'
import type { AddressReading, readAddress } from '@/lib/url/read-address'

type Read = typeof readAddress

const noViews: SavedView[] = []

/**
 * The saved views of the job, which one is on screen, and what of the address is not understood.
 * @param job what is known of it now
 * @param initial the same, read by the server: the code that reads it comes once a reader begins to use the page
 */
export function useAddressReading(jobRef: JobRef, job: Job, initial: AddressReading) {
  const search = useSearchParams().toString()
  const [first] = useState(search)
  const [read, setRead] = useState<Read | null>(null)
  const [load] = useState(
    () => () =>
      void import('@/lib/url/read-address').then(
        (loaded) => setRead(() => loaded.readAddress),
        // The server's reading stays, and the next change of the address tries again.
        () => undefined,
      ),
  )
  const { data } = useQuery(
    savedViewsQuery(jobRef, async (signal) =>
      (await import('@/lib/query/saved-view-calls')).savedViewCalls.list(jobRef, signal),
    ),
  )
  useIntent(load)
  useEffect(() => {
    if (search !== first) load()
  }, [search, first, load])
  const views = data?.items ?? noViews
  return { views, ...(read?.(views, search, job) ?? initial) }
}
