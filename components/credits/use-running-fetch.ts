'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '@/components/shared/live-state'
import { announce } from '@/components/ui/announcer'
import type { FetchProgress } from '@/lib/contracts/fetch'
import { bff } from '@/lib/query/bff'
import { keys, runningFetchQuery } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { refetchList, readPage } from './refetch-list'

// A load whose server was killed says nothing more: where its progress arrives by itself, it is asked for now and then.
const [whileRunning, otherwise, beside] = [2_000, 15_000, 20_000]

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
  const live = useLive()
  const { data } = useQuery({
    ...runningFetchQuery(ref, (signal) => bff.runningFetch(ref, signal)),
    enabled: !own,
    refetchInterval: ({ state }) =>
      live ? (state.data?.running ? beside : false) : state.data?.running ? whileRunning : otherwise,
    refetchOnWindowFocus: 'always',
  })
  const running = own ? null : (data?.running ?? null)
  useItsRows(ref, running, own)
  useEffect(() => {
    if (!own) return
    const forget = () => client.setQueryData(keys.running(ref), { running: null })
    // What was known before a fetch of one's own, or heard while it ran, is out of date after it.
    forget()
    return () => void forget()
  }, [client, ref, own])
  return running
}
