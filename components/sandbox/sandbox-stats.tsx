'use client'

import type { ReactNode } from 'react'
import { useFormats } from '@/components/shared/use-formats'

type Props = {
  stats: { calls: number; creditsCharged: number; creditsLeft: number; callsByJob: Record<string, number> }
  /** Faults that wait for a call. */
  armed: readonly { label: string; times: number }[]
  jobs: readonly { value: string; label: string }[]
}

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-28">
    <dt className="text-note text-muted">{name}</dt>
    <dd className="font-semibold">{children}</dd>
  </div>
)

/** What was really asked of the sandbox and charged by it, to hold against what Shortlist says. */
export function SandboxStats({ stats, armed, jobs }: Props) {
  const { number } = useFormats()
  const times = (count: number) => (count === 1 ? 'once' : `${number(count)} times`)
  const called = Object.entries(stats.callsByJob).sort(([, a], [, b]) => b - a)
  return (
    <section aria-label="What happened so far" className="rounded-panel border border-line px-4 py-3.5">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure name="Calls">{number(stats.calls)}</Figure>
        <Figure name="Credits charged">{number(stats.creditsCharged)}</Figure>
        <Figure name="Credits left">{number(stats.creditsLeft)}</Figure>
      </dl>
      {armed.length > 0 ? (
        <p className="mt-3 text-note wrap-anywhere">
          <span className="font-medium text-star">Turned on: </span>
          {armed.map(({ label, times: left }) => `${label} (${times(left)})`).join(' · ')}
        </p>
      ) : null}
      {called.length > 0 ? (
        <p className="mt-3 text-note wrap-anywhere text-muted">
          Called:{' '}
          {called
            .map(([jobId, count]) => {
              const job = jobs.find(({ value }) => value === jobId)
              return `${job?.label ?? (jobId || 'no job')} ${times(count)}`
            })
            .join('; ')}
        </p>
      ) : null}
    </section>
  )
}
