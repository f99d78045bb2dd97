'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announce } from '@/components/ui/announcer'
import type { FetchProgress } from '@/lib/contracts/fetch'
import { bff } from '@/lib/query/bff'
import { keys, runningFetchQuery } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { refetchList, readPage } from './refetch-list'

const [whileRunning, otherwise] = [2_000, 15_000]

/** Shows the rows that someone else's fetch brings, page by page, and says when it has ended. */
function useItsRows(ref: JobRef, running: FetchProgress | null, own: boolean) {
  const client = useQueryClient()
  const before = useRef(running)
  useEffect(() => {
    const last = before.current
    before.current = running
    // A fetch of this tab reads its rows by itself.
    if (own) return
    if (last && running?.fetchId !== last.fetchId) {
      void refetchList(client, ref)
      announce('The load that was under way has ended')
    } else if (running && running.pages !== last?.pages) {
      readPage(client, ref)
    }
  }, [client, ref, running, own])
}

/**
 * How far a fetch of several pages has come that this tab did not begin: one from before it was opened, from another tab
 * or from a colleague. Null while there is none.
 * @param own this tab has a fetch under way, and no need to ask
 */
export function useRunningFetch(ref: JobRef, own: boolean): FetchProgress | null {
  const client = useQueryClient()
  const { data } = useQuery({
    ...runningFetchQuery(ref, (signal) => bff.runningFetch(ref, signal)),
    enabled: !own,
    refetchInterval: ({ state }) => (state.data?.running ? whileRunning : otherwise),
    refetchOnWindowFocus: 'always',
  })
  const running = own ? null : (data?.running ?? null)
  useItsRows(ref, running, own)
  useEffect(() => {
    // What was known before a fetch of one's own is out of date after it.
    if (own) client.setQueryData(keys.running(ref), { running: null })
  }, [client, ref, own])
  return running
}
