'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useReader } from '@/components/shared/reader'
import type { Marks } from '@/lib/contracts/candidate'
import type { View } from '@/lib/contracts/view'
import { neededIds } from '@/lib/domain/triage-pass'
import { personCalls } from '@/lib/query/person-calls'
import { changeMarks, findMarked } from '@/lib/query/marks'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import type { PassStore } from './pass-store'

/** Something was done about these people, or about any where `applicationIds` is null. */
export type TriageNews = { by: string | null; applicationIds: readonly string[] | null }

// Of many decisions in a row, each would be read for itself.
const [gatherMs, retryMs, atOnce] = [300, 5_000, 100]

type Reading = { read: (ids: ReadonlySet<string> | null) => Promise<void> }

/** Gathers whom news are about, and reads them together. */
function gatherNews({ read }: Reading) {
  let ids: Set<string> | null = new Set()
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const add = (more: Iterable<string> | null, ms: number) => {
    ids = ids === null || more === null ? null : new Set([...ids, ...more])
    if (!closed) timer ??= setTimeout(() => void run(), ms)
  }
  const run = async () => {
    timer = undefined
    const wanted = ids
    ids = new Set()
    await read(wanted).catch(() => add(wanted, retryMs))
  }
  return {
    add: (more: Iterable<string> | null) => add(more, gatherMs),
    open: () => void (closed = false),
    close() {
      closed = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/**
 * Keeps a pass to what others do meanwhile: whoever they decided about does not come up any more, and the queue shows who
 * is left and who is on them.
 * @returns takes what a stream of the job says
 */
export function useTriageNews({ account, jobId }: JobRef, view: View, store: PassStore) {
  const client = useQueryClient()
  const { id: me } = useReader()
  /** Whom others have done something about since they were read last. */
  const [theirs] = useState(() => new Set<string>())
  const news = useMemo(() => {
    const ref = { account, jobId }
    return gatherNews({
      async read(ids) {
        const { pass } = store.getSnapshot()
        const known = new Set([...pass.trail, ...pass.ahead])
        // What this tab did itself is on its screen. Its claims are heard of before they are answered, hence not sooner.
        const others = ids === null ? null : [...ids].filter((id) => theirs.has(id) || !known.has(id))
        if (others?.length === 0) return
        const needed = neededIds(pass).slice(0, atOnce)
        const wanted = needed.filter((id) => others === null || others.includes(id))
        const { marks } =
          wanted.length === 0 ? { marks: {} as Marks } : await personCalls.marks(ref, wanted, view)
        for (const id of others ?? theirs) theirs.delete(id)
        changeMarks(client, ref, wanted, (_before, id) => marks[id] ?? {})
        // With what this tab decided and has not saved yet.
        const shown = wanted.map((id) => [id, findMarked(client, ref, id)?.mark ?? marks[id] ?? {}] as const)
        store.hear(Object.fromEntries(shown))
        for (const id of wanted) void client.invalidateQueries({ queryKey: keys.candidate(ref, id) })
      },
    })
  }, [client, account, jobId, view, store, theirs])
  useEffect(() => {
    news.open()
    return () => news.close()
  }, [news])
  return useCallback(
    ({ by, applicationIds }: TriageNews) => {
      if (by !== me) for (const id of applicationIds ?? []) theirs.add(id)
      news.add(applicationIds)
    },
    [me, news, theirs],
  )
}
