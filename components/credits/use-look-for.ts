'use client'

import { emptyView } from '@/lib/contracts/words'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { bff } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'
import { nextLoad } from './next-load'
import type { FetchMore } from './use-fetch-more'

export type Look =
  | { state: 'asking' }
  | { state: 'looking'; loaded: number; spent: number }
  | { state: 'stopped'; loaded: number; spent: number }
  | { state: 'absent'; loaded: number; spent: number }
  | { state: 'failed'; loaded: number; spent: number }

async function isStored(ref: JobRef, applicationId: string): Promise<boolean> {
  try {
    await bff.candidate(ref, applicationId, emptyView)
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'candidate_not_found') return false
    throw error
  }
}

type Options = {
  jobRef: JobRef
  applicationId: string
  more: FetchMore
  onFound: () => void
}

/** Loads page after page until a person turns up, the list ends, something fails, or the reader stops it. */
export function useLookFor({ jobRef, applicationId, more, onFound }: Options) {
  const [look, setLook] = useState<Look>({ state: 'asking' })
  const stop = useRef(false)
  useEffect(
    () => () => {
      stop.current = true
    },
    [],
  )
  const { buy } = more

  const start = useCallback(
    async (limit: number, job: Parameters<typeof nextLoad>[0]) => {
      stop.current = false
      let list = job
      let loaded = 0
      let spent = 0
      setLook({ state: 'looking', loaded, spent })
      for (;;) {
        const next = nextLoad(list)
        if (!next) return setLook({ state: 'absent', loaded, spent })
        if (spent + next.price > limit) return setLook({ state: 'stopped', loaded, spent })
        const outcome = await buy({ kind: 'next', price: next.price, rows: next.rows, origin: 'look' })
        if (!outcome.ok) return setLook({ state: 'failed', loaded, spent })
        list = outcome.result.list
        loaded += outcome.result.list.new
        spent += outcome.result.fetch.consumed ?? outcome.result.fetch.quoted
        if (await isStored(jobRef, applicationId).catch(() => false)) {
          announce('Found')
          return onFound()
        }
        if (stop.current) return setLook({ state: 'stopped', loaded, spent })
        setLook({ state: 'looking', loaded, spent })
      }
    },
    [buy, jobRef, applicationId, onFound],
  )

  return {
    look,
    start,
    stop: () => {
      stop.current = true
    },
  }
}
