'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { FetchProgress, FetchResult } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'
import { ownSpend } from '@/lib/domain/credits'
import { bff } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { useFormats } from '@/components/shared/use-formats'
import { startVisit } from '@/components/shared/use-credit-meter'
import { outcomeWords } from './fetch-words'
import type { Purchase } from './purchase'
import { refetchList, readPage } from './refetch-list'
import { noteAutoloadLeft } from './use-autoload'
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
  spent: 0,
  lastCall: 'free',
}

const lostOnTheWay = ({ code, status }: Problem) =>
  code === 'offline' || (code === 'unexpected_answer' && (status === 0 || status >= 500))

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
    async (purchase: Purchase, key: string): Promise<Outcome> => {
      if (busyNow.current) return { ok: false, problem: busy }
      busyNow.current = true
      setRunning(purchase)
      setFailure(null)
      setEnded(null)
      try {
        let pages = 0
        const onProgress = (come: FetchProgress) => {
          setProgress(come)
          if (come.pages > pages) readPage(client, ref)
          pages = come.pages
        }
        const { kind, price, seen, automatic } = purchase
        const request = { kind, maxCredits: price, seen, automatic, visit: startVisit() }
        const result = await (kind === 'complete' || kind === 'refresh'
          ? bff.followFetch(ref, request, key, onProgress)
          : bff.fetchMore(ref, request, key))
        // The rows on screen stay while they are read again; the button stays busy until the new ones are there.
        await refetchList(client, ref)
        setEnded({ purchase, result })
        announce(outcomeWords(kind, result, number))
        return { ok: true, result }
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : unread
        if (problem.code === 'autoload_used_up') {
          // Nobody pressed, so nothing failed: the end of the list shows what scrolling may still do.
          noteAutoloadLeft(client, problem.left ?? 0)
          return { ok: false, problem }
        }
        const sameKey = lostOnTheWay(problem) ? key : null
        setFailure({ purchase, problem, sameKey, at: performance.now() })
        announce(`${problem.title}. ${problem.detail}`)
        void client.invalidateQueries({ queryKey: keys.credits })
        // The list is not as this page shows it: its prices may be others by now.
        if (problem.status === 409) void client.invalidateQueries({ queryKey: keys.job(ref) })
        return { ok: false, problem }
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
      if (failure.sameKey) return attempt(again, failure.sameKey)
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
