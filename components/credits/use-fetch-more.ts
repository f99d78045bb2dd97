'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { FetchResult } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'
import { bff, ProblemError } from '@/lib/query/bff'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { addAutoloadSpend } from './autoload-spend'

export type Purchase = {
  /** The most it may cost, in credits: the price that was shown. */
  price: number
  /** How many rows it asks for. */
  rows: number
  /** Where it was asked for, so that its answer appears there. */
  origin: 'scope' | 'end' | 'look'
  /** Caused by scrolling, not by a press. */
  automatic?: boolean
}

export type Failure = {
  purchase: Purchase
  problem: Problem
  /** Set where our own server's answer was lost: repeating under the same key cannot buy twice. */
  sameKey: string | null
}

export type Outcome = { ok: true; result: FetchResult } | { ok: false; problem: Problem }

export type FetchMore = {
  running: Purchase | null
  failure: Failure | null
  buy: (purchase: Purchase) => Promise<Outcome>
  retry: () => Promise<Outcome> | undefined
  dismiss: () => void
}

const unread: Problem = {
  type: 'about:blank',
  title: 'The answer was lost',
  status: 0,
  code: 'unexpected_answer',
  detail: 'Shortlist’s answer could not be read.',
}

const busy: Problem = {
  type: 'about:blank',
  title: 'A load is under way',
  status: 409,
  code: 'fetch_in_progress',
  detail: 'This list is being loaded already. Wait for it to finish.',
}

const lostOnTheWay = ({ code, status }: Problem) =>
  code === 'offline' || (code === 'unexpected_answer' && (status === 0 || status >= 500))

const added = (count: number) => (count === 1 ? '1 more applicant loaded' : `${count} more applicants loaded`)

/** The only way a page spends: one purchase at a time, each under a key of its own. */
export function useFetchMore(ref: JobRef): FetchMore {
  const client = useQueryClient()
  const [running, setRunning] = useState<Purchase | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const busyNow = useRef(false)

  const attempt = useCallback(
    async (purchase: Purchase, key: string): Promise<Outcome> => {
      if (busyNow.current) return { ok: false, problem: busy }
      busyNow.current = true
      setRunning(purchase)
      setFailure(null)
      // Counted before it is sent: two scrolls must not both fit under the limit that has room for one.
      if (purchase.automatic) addAutoloadSpend(purchase.price)
      try {
        const result = await bff.fetchMore(ref, { kind: 'next', maxCredits: purchase.price }, key)
        if (purchase.automatic) addAutoloadSpend((result.fetch.consumed ?? purchase.price) - purchase.price)
        // The rows on screen stay while they are read again; the button stays busy until the new ones are there.
        await Promise.all([
          client.invalidateQueries({ queryKey: keys.job(ref) }),
          client.invalidateQueries({ queryKey: keys.credits }),
          client.invalidateQueries({ queryKey: keys.jobs }),
        ])
        announce(result.list.new === 0 ? 'Nobody new was found' : added(result.list.new))
        return { ok: true, result }
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : unread
        const sameKey = lostOnTheWay(problem) ? key : null
        if (purchase.automatic && sameKey === null && problem.charged !== 'possibly') {
          addAutoloadSpend(-purchase.price)
        }
        setFailure({ purchase, problem, sameKey })
        announce(`${problem.title}. ${problem.detail}`)
        void client.invalidateQueries({ queryKey: keys.credits })
        if (problem.code === 'fetch_in_progress') void client.invalidateQueries({ queryKey: keys.job(ref) })
        return { ok: false, problem }
      } finally {
        busyNow.current = false
        setRunning(null)
      }
    },
    [client, ref],
  )

  const buy = useCallback((purchase: Purchase) => attempt(purchase, crypto.randomUUID()), [attempt])
  const retry = useCallback(() => {
    if (!failure) return undefined
    // Pressed by hand, so it is the reader's own spending from here on.
    const purchase = failure.sameKey ? failure.purchase : { ...failure.purchase, automatic: false }
    return attempt(purchase, failure.sameKey ?? crypto.randomUUID())
  }, [attempt, failure])
  const dismiss = useCallback(() => setFailure(null), [])

  return useMemo(() => ({ running, failure, buy, retry, dismiss }), [running, failure, buy, retry, dismiss])
}
