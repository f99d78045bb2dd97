import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SandboxForm } from '@/components/sandbox/sandbox-form'
import { faultKinds } from '@/lib/sandbox/sandbox'
import { getServices } from '@/lib/server/runtime'
import { armFault, changeList, clearFaults, setCredits } from './actions'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Sandbox' }

const field = 'border-line bg-canvas rounded-control h-9 border px-2.5 max-w-full'

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="flex max-w-full min-w-0 flex-col gap-1">
    <span className="text-note text-muted">{label}</span>
    {children}
  </label>
)

const changes = [
  ['apply:front', 'People apply, listed first'],
  ['apply:middle', 'People apply, listed in the middle'],
  ['apply:end', 'People apply, listed last'],
  ['withdraw:front', 'The first withdraw'],
  ['withdraw:middle', 'Some in the middle withdraw'],
  ['withdraw:end', 'The last withdraw'],
  ['rerate:GOOD_FIT', 'The first are rated a good fit'],
  ['rerate:NOT_A_FIT', 'The first are rated not a fit'],
  ['rerank:', 'The last come to the front'],
  ['overstate:', 'The total overstates by as many'],
]

export default async function SandboxPage() {
  const { sandbox, config } = await getServices()
  if (!sandbox) notFound()
  const { calls, creditsCharged, creditsLeft } = sandbox.stats()
  const faults = sandbox.faults()
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5 px-5 py-8 max-sm:px-4">
      <div>
        <h1 className="text-title font-semibold tracking-tight">Sandbox</h1>
        <p className="mt-1 max-w-prose text-muted">
          A stand-in for the provider, called over HTTP like the real one. Its people are invented and its
          credits are play money. Make things happen to it here, then look how a job takes them.
        </p>
        <p className="mt-2 text-note text-muted">
          {calls} {calls === 1 ? 'call' : 'calls'} · {creditsCharged} credits charged ·{' '}
          {creditsLeft.toLocaleString('en')} left
          {faults.length > 0
            ? ` · armed: ${faults.map(({ kind, times }) => `${kind} × ${times}`).join(', ')}`
            : ''}
        </p>
      </div>
      <SandboxForm title="Let the next calls fail" submit="Arm" action={armFault}>
        <Field label="What goes wrong">
          <select name="kind" className={field}>
            {faultKinds.map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="How many calls">
          <input name="times" type="number" min={1} max={100} defaultValue={1} className={`${field} w-24`} />
        </Field>
      </SandboxForm>
      {faults.length > 0 ? (
        <SandboxForm title="Armed failures" submit="Clear all" action={clearFaults}>
          <span className="basis-full text-muted">Calls go well again once they are cleared.</span>
        </SandboxForm>
      ) : null}
      <SandboxForm title="Change a job’s list" submit="Change" action={changeList}>
        <Field label="Job">
          <select name="jobId" className={field}>
            {config.sampleJobs.map(({ jobId, label }) => (
              <option key={jobId} value={jobId}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="What happens">
          <select name="change" className={field}>
            {changes.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="How many">
          <input name="count" type="number" min={1} max={1000} defaultValue={5} className={`${field} w-24`} />
        </Field>
      </SandboxForm>
      <SandboxForm title="Credits" submit="Set" action={setCredits}>
        <Field label="Credits left">
          <input
            name="credits"
            type="number"
            min={0}
            defaultValue={creditsLeft}
            className={`${field} w-32`}
          />
        </Field>
      </SandboxForm>
    </div>
  )
}
