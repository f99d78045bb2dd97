'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmSpend } from '@/components/shared/lazy-confirm'
import { useFormats } from '@/components/shared/use-formats'
import { readAskAbove } from '@/components/shared/use-ask-above'
import { creditsText } from '@/lib/domain/credits'
import { checkWords, jobsText, spentWords } from './check-words'
import { type Check, checkCredits, type CheckRun } from './check-run'

type Props = {
  checks: Check[]
  run: CheckRun | null
  start: (checks: Check[]) => Promise<void>
  stop: () => void
  dismiss: () => void
}

/** One press that asks the provider, job by job, who applied since. Its price is on it, and it can be stopped. */
export function CheckAll({ checks, run, start, stop, dismiss }: Props) {
  const [asking, setAsking] = useState(false)
  const { number } = useFormats()
  const price = checks.reduce((sum, { job }) => sum + checkCredits(job), 0)
  const active = run !== null && run.state !== 'over'
  const what = checks.length === 1 ? 'Check this job' : `Check all ${jobsText(checks.length, number)}`
  const press = () => {
    if (active) return stop()
    if (price > readAskAbove()) return setAsking(true)
    void start(checks)
  }
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
      {run ? (
        <p className="min-w-0 text-note text-muted">
          {checkWords(run, number)} {spentWords(run, number)}
          {run.stopped !== null && run.stopped !== 'reader' ? (
            <span className="text-danger"> {run.stopped.title}.</span>
          ) : null}
        </p>
      ) : null}
      {run?.state === 'over' ? (
        <Button variant="ghost" onClick={dismiss}>
          Dismiss
        </Button>
      ) : null}
      {/* One button for both, so that whoever pressed it can press it again. */}
      <Button
        price={active ? undefined : creditsText(price, number)}
        busy={run?.state === 'stopping'}
        onPointerEnter={ConfirmSpend.prepare}
        onFocus={ConfirmSpend.prepare}
        onClick={press}
      >
        {run?.state === 'stopping' ? 'Stopping…' : active ? 'Stop' : what}
      </Button>
      {asking ? (
        <ConfirmSpend
          title={`${what}?`}
          price={creditsText(price, number)}
          detail="Each job is asked for its first ten applicants, one job after the other. You can stop between two."
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void start(checks)
          }}
        />
      ) : null}
    </div>
  )
}
