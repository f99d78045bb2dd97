'use client'

import { emptyView } from '@/lib/contracts/words'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { Problem } from '@/lib/contracts/problem'
import { ownSpend } from '@/lib/domain/credits'
import { personCalls } from '@/lib/query/person-calls'
import { ProblemError } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'
import { type Offering, toPurchase } from './purchase'
import type { FetchMore } from './use-fetch-more'

type Sums = {
  loaded: number
  /** Credits, as the answers state them. */
  spent: number
  /** Credits of loads whose price was not stated. */
  held: number
}
export type Look =
  | { state: 'asking' }
  | ({ state: 'looking' | 'stopped' | 'absent' | 'failed' } & Sums)
  /** Whether they are among those loaded could not be read. */
  | ({ state: 'unread'; problem: Problem } & Sums)

async function isStored(ref: JobRef, applicationId: string): Promise<boolean> {
  try {
    await personCalls.candidate(ref, applicationId, emptyView)
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'candidate_not_found') return false
    throw error
  }
}

const unreadable: Problem = {
  type: 'about:blank',
  title: 'The answer could not be read',
  status: 0,
  code: 'unexpected_answer',
  detail: 'Reload the page, then look again.',
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
    async (limit: number, job: Offering) => {
      stop.current = false
      let list = job
      let sums: Sums = { loaded: 0, spent: 0, held: 0 }
      setLook({ state: 'looking', ...sums })
      for (;;) {
        const purchase = toPurchase(list, 'next', 'look')
        if (!purchase) return setLook({ state: 'absent', ...sums })
        if (sums.spent + sums.held + purchase.price > limit) return setLook({ state: 'stopped', ...sums })
        const outcome = await buy(purchase)
        if (!outcome.ok) {
          const spent = sums.spent + ownSpend(outcome.problem)
          return setLook({ state: 'failed', ...sums, spent })
        }
        const { result } = outcome
        list = result.list
        const unstated = result.lastCall === 'unknown' && !result.joined
        sums = {
          loaded: sums.loaded + result.list.new,
          spent: sums.spent + ownSpend(result),
          held: sums.held + (unstated ? purchase.price : 0),
        }
        try {
          if (await isStored(jobRef, applicationId)) {
            announce('Found')
            return onFound()
          }
        } catch (error) {
          // Who cannot see whether they were found must not go on paying.
          const problem = error instanceof ProblemError ? error.problem : unreadable
          return setLook({ state: 'unread', problem, ...sums })
        }
        if (stop.current) return setLook({ state: 'stopped', ...sums })
        setLook({ state: 'looking', ...sums })
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
