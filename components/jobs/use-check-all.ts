'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { useFormats } from '@/components/shared/use-formats'
import type { ListedJob } from '@/lib/contracts/job'
import type { Problem } from '@/lib/contracts/problem'
import { keys } from '@/lib/query/options'
import { checkJob, endsAccount, endsRun } from './check-job'
import { type Check, type CheckOutcome, type CheckRun, jobKey, newCheckRun } from './check-run'
import { checkWords, jobsText, spentWords } from './check-words'

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
      let now = newCheckRun(checks.length)
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
        const { outcome, spent, risked } = await checkJob({ job, ref })
        say(job, outcome)
        const sums = { done: now.done + 1, spent: now.spent + spent, risked: now.risked + risked }
        if (outcome.state === 'checked') {
          tell({ ...sums, new: now.new + outcome.found.new })
          void client.invalidateQueries({ queryKey: keys.job(ref) })
        } else {
          const { problem } = outcome
          tell({ ...sums, failed: now.failed + 1 })
          if (endsAccount(problem)) closed.set(job.account, problem)
          if (endsRun(problem)) {
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
