'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { FetchProgress, FetchResult } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'
import { ownSpend } from '@/lib/domain/credits'
import { bff } from '@/lib/query/bff'
import type { JobRef } from '@/lib/url/paths'
import { ownFetches } from '@/components/shared/live-state'
import { useFormats } from '@/components/shared/use-formats'
import type { Purchase } from './purchase'
import { useRunningFetch } from './use-running-fetch'

export type Failure = {
  purchase: Purchase
  problem: Problem
  /** Set where our own server's answer was lost: repeating under the same key cannot buy twice. */
  sameKey: string | null
  /** Tells it from the failure before. */
  at: number
}

/** What is left of the agreed price: a second try authorises no more. */
export const leftOfPrice = ({ purchase, problem }: Pick<Failure, 'purchase' | 'problem'>) =>
  Math.max(0, purchase.price - ownSpend(problem))

/** Whether it can be tried again as it was: not where its price is no longer the price, or nothing is left of it. */
export const canRetry = (failure: Failure): boolean =>
  failure.sameKey !== null || (failure.problem.code !== 'price_above_max' && leftOfPrice(failure) > 0)

export type Ended = { purchase: Purchase; result: FetchResult }

export type Outcome = { ok: true; result: FetchResult } | { ok: false; problem: Problem }

export type FetchMore = {
  running: Purchase | null
  /** How far the fetch of several pages has come that this tab, another one or a colleague has under way. */
  progress: FetchProgress | null
  failure: Failure | null
  /** The last fetch that did not fail, until the next one starts. */
  ended: Ended | null
  buy: (purchase: Purchase) => Promise<Outcome>
  retry: (how?: { afterWait: boolean }) => Promise<Outcome> | undefined
  /** Stops it after the page under way. */
  cancel: () => void
  dismiss: () => void
}

/** The list is being loaded, by whomever: another fetch would only wait for that one. */
export const isBusy = ({ running, progress }: Pick<FetchMore, 'running' | 'progress'>) =>
  running !== null || progress !== null

/** Why nothing else can be bought while the notice of a failed load offers its retry; null while something can. */
export const retryFirst = ({ failure }: Pick<FetchMore, 'failure'>): string | null =>
  failure && canRetry(failure) ? 'The last load failed. Try it again or dismiss it first.' : null

const busy: Problem = {
  type: 'about:blank',
  title: 'A load is under way',
  status: 409,
  code: 'fetch_in_progress',
  detail: 'This list is being loaded already. Wait for it to finish.',
  spent: 0,
  lastCall: 'free',
}

// What runs a purchase is fetched before the first press, and may not come.
const missing: Problem = {
  type: 'about:blank',
  title: 'Part of the page did not load',
  status: 0,
  code: 'part_missing',
  detail: 'Nothing was asked of the provider. Check the connection, then try again.',
  spent: 0,
  lastCall: 'free',
}

export const loadRun = () => import('./run-purchase')

/** The only way a page spends: one purchase at a time, each under a key of its own. */
export function useFetchMore(ref: JobRef): FetchMore {
  const client = useQueryClient()
  const { number } = useFormats()
  const [running, setRunning] = useState<Purchase | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [ended, setEnded] = useState<Ended | null>(null)
  const [ownProgress, setProgress] = useState<FetchProgress | null>(null)
  const elsewhere = useRunningFetch(ref, running !== null)
  const progress = ownProgress ?? elsewhere
  const busyNow = useRef(false)

  const attempt = useCallback(
    async (purchase: Purchase, key: string, lost = false): Promise<Outcome> => {
      if (busyNow.current) return { ok: false, problem: busy }
      busyNow.current = true
      setRunning(purchase)
      setFailure(null)
      setEnded(null)
      try {
        const onProgress = (come: FetchProgress) => {
          ownFetches.add(come.fetchId)
          setProgress(come)
        }
        const { runPurchase } = await loadRun()
        const { outcome, failure: failed } = await runPurchase({
          ...{ client, ref, number, purchase, key },
          onProgress,
        })
        setFailure(failed)
        if (outcome.ok) setEnded({ purchase, result: outcome.result })
        return outcome
      } catch {
        // An answer that was lost before is still to be found under its key.
        const sameKey = lost ? key : null
        setFailure({ purchase, problem: missing, sameKey, at: performance.now() })
        announce(`${missing.title}. ${missing.detail}`)
        return { ok: false, problem: missing }
      } finally {
        busyNow.current = false
        setRunning(null)
        setProgress(null)
      }
    },
    [client, ref, number],
  )

  const buy = useCallback((purchase: Purchase) => attempt(purchase, crypto.randomUUID()), [attempt])
  const retry = useCallback(
    (how?: { afterWait: boolean }) => {
      if (!failure) return undefined
      // What was spent of the price is spent. Pressed by hand, it is the reader's own spending from here on.
      const price = leftOfPrice(failure)
      const again = how?.afterWait ? failure.purchase : { ...failure.purchase, automatic: false }
      if (failure.sameKey) return attempt(again, failure.sameKey, true)
      return attempt({ ...again, price, ...how }, crypto.randomUUID())
    },
    [attempt, failure],
  )
  const fetchId = progress?.fetchId
  const cancel = useCallback(() => {
    if (fetchId === undefined) return
    bff.cancelFetch(ref, fetchId).then(
      () => announce('Stopping after the page under way'),
      () => announce('It could not be stopped: the server did not answer'),
    )
  }, [ref, fetchId])
  const dismiss = useCallback(() => {
    setFailure(null)
    setEnded(null)
  }, [])

  return useMemo(
    () => ({ running, progress, failure, ended, buy, retry, cancel, dismiss }),
    [running, progress, failure, ended, buy, retry, cancel, dismiss],
  )
}
