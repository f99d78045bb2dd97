'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { useFormats } from '@/components/shared/use-formats'
import { startVisit } from '@/components/shared/use-credit-meter'
import type { ListedJob } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import { chargeOfProblem, ownSpend } from '@/lib/domain/credits'
import { bff } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { checkWords, type Found, toFound, jobsText, spentWords } from './check-words'

export type CheckOutcome =
  { state: 'checking' } | { state: 'checked'; found: Found } | { state: 'failed'; problem: Problem }

export type CheckRun = {
  state: 'running' | 'stopping' | 'over'
  /** Jobs answered, whatever the answer, of so many. */
  done: number
  of: number
  /** Credits, as the answers state them. */
  spent: number
  /** Credits of answers that were lost. */
  risked: number
  new: number
  failed: number
  /** Why it ended before its end: the reader's press, or what would have failed every other job too. */
  stopped: 'reader' | Problem | null
}

export type Check = { job: ListedJob; ref: JobRef }

/** What checking a job costs at most. */
export const checkCredits = ({ offers }: Pick<ListedJob, 'offers'>) => offers.check?.credits ?? 0

export const jobKey = ({ account, jobId }: Pick<ListedJob, 'account' | 'jobId'>) => `${account} ${jobId}`

// What says no to one job says it to all; and of answers that get lost, one is enough to pay for.
const endsAll = new Set([
  'invalid_api_key',
  'invalid_action',
  'insufficient_credits',
  'credits_capped',
  'rate_limited',
  'provider_edge',
  'provider_unreachable',
  'possibly_charged',
  'not_saved',
  'not_kept',
  'answers_cannot_be_kept',
  'store_unavailable',
  'offline',
  'unexpected_answer',
])
const endsAccount = new Set(['account_inactive', 'invalid_account'])

const unread: Problem = {
  type: 'about:blank',
  title: 'The answer was lost',
  status: 0,
  code: 'unexpected_answer',
  detail: 'Shortlist’s answer could not be read. The check may have gone through; the ledger knows.',
}

/** Checks jobs one after the other, each at the price it was shown with, until the end, a stop, or what stops all. */
export function useCheckAll() {
  const client = useQueryClient()
  const { number } = useFormats()
  const [run, setRun] = useState<CheckRun | null>(null)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CheckOutcome>>(new Map())
  const stopping = useRef(false)
  const running = useRef(false)
  useEffect(
    () => () => {
      stopping.current = true
    },
    [],
  )

  const start = useCallback(
    async (checks: Check[]) => {
      if (running.current) return
      running.current = true
      stopping.current = false
      let now: CheckRun = {
        state: 'running',
        done: 0,
        of: checks.length,
        spent: 0,
        risked: 0,
        new: 0,
        failed: 0,
        stopped: null,
      }
      const tell = (patch: Partial<CheckRun>) => {
        now = { ...now, ...patch }
        setRun({ ...now, state: now.state === 'running' && stopping.current ? 'stopping' : now.state })
      }
      const say = (job: ListedJob, outcome: CheckOutcome) =>
        setOutcomes((before) => new Map(before).set(jobKey(job), outcome))
      setOutcomes(new Map())
      tell({})
      announce(`Checking ${jobsText(checks.length, number)}`)
      const closed = new Map<string, Problem>()
      for (const { job, ref } of checks) {
        if (stopping.current) {
          now.stopped = 'reader'
          break
        }
        const known = closed.get(job.account)
        if (known) {
          say(job, { state: 'failed', problem: known })
          tell({ done: now.done + 1, failed: now.failed + 1 })
          continue
        }
        say(job, { state: 'checking' })
        try {
          const request = {
            kind: 'check' as const,
            maxCredits: checkCredits(job),
            seen: { stored: job.stored, revision: job.revision },
            visit: startVisit(),
          }
          const result = await bff.fetchMore(ref, request, crypto.randomUUID())
          const { lastCall, list } = result
          const spent = ownSpend(result)
          const found = toFound(job, list)
          say(job, { state: 'checked', found })
          const risked = lastCall === 'unknown' && !result.joined ? checkCredits(job) : 0
          const sums = { spent: now.spent + spent, risked: now.risked + risked }
          tell({ done: now.done + 1, ...sums, new: now.new + found.new })
          void client.invalidateQueries({ queryKey: keys.job(ref) })
        } catch (error) {
          const problem = error instanceof ProblemError ? error.problem : unread
          say(job, { state: 'failed', problem })
          const { lastCall, joined } = chargeOfProblem(problem)
          const spent = ownSpend(problem)
          const risked = lastCall === 'unknown' && !joined ? checkCredits(job) : 0
          const sums = { spent: now.spent + spent, risked: now.risked + risked }
          tell({ done: now.done + 1, failed: now.failed + 1, ...sums })
          if (endsAccount.has(problem.code)) closed.set(job.account, problem)
          if (endsAll.has(problem.code) || lastCall === 'unknown') {
            now.stopped = problem
            break
          }
        }
        void client.invalidateQueries({ queryKey: keys.jobs })
        void client.invalidateQueries({ queryKey: keys.credits })
      }
      void client.invalidateQueries({ queryKey: keys.jobs })
      void client.invalidateQueries({ queryKey: keys.credits })
      running.current = false
      tell({ state: 'over' })
      announce(`${checkWords(now, number)} ${spentWords(now, number)}`)
    },
    [client, number],
  )

  const stop = useCallback(() => {
    stopping.current = true
    setRun((before) => before && { ...before, state: before.state === 'over' ? 'over' : 'stopping' })
  }, [])
  const dismiss = useCallback(() => setRun((before) => (before?.state === 'over' ? null : before)), [])

  return { run, outcomes, start, stop, dismiss }
}
