import { notFound } from 'next/navigation'
import { Choice, Count } from '@/components/sandbox/field'
import { SandboxForm } from '@/components/sandbox/sandbox-form'
import { SandboxStats } from '@/components/sandbox/sandbox-stats'
import { faultKinds } from '@/lib/sandbox/sandbox'
import { getServices } from '@/lib/server/runtime/page-services'
import { armFault, changeList, clearFaults, resetSandbox, setCredits, setLatency } from './actions'
import { latencyKeys, getLatency } from './latencies'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Sandbox' }

const changes = [
  { value: 'apply:front', label: 'People apply, listed first' },
  { value: 'apply:middle', label: 'People apply, listed in the middle' },
  { value: 'apply:end', label: 'People apply, listed last' },
  { value: 'withdraw:front', label: 'The first withdraw' },
  { value: 'withdraw:middle', label: 'Some in the middle withdraw' },
  { value: 'withdraw:end', label: 'The last withdraw' },
  { value: 'rerate:GOOD_FIT', label: 'The first are rated a good fit' },
  { value: 'rerate:MAYBE', label: 'The first are rated maybe' },
  { value: 'rerate:NOT_A_FIT', label: 'The first are rated not a fit' },
  { value: 'rerank', label: 'The last come to the front' },
  { value: 'overstate', label: 'The total counts as many too much' },
]

type Known = { jobId: string; label: string | null }

/** The samples, then whatever else was opened. */
function jobChoices(samples: readonly Known[], opened: readonly Known[]) {
  const others = opened.filter(({ jobId }) => !samples.some((sample) => sample.jobId === jobId))
  return [...samples, ...others].map(({ jobId, label }) => ({
    value: jobId,
    label: label === null ? `Job ${jobId}` : `${label} · ${jobId}`,
  }))
}

export default async function SandboxPage() {
  const { sandbox, config, listJobs } = await getServices()
  if (!sandbox) notFound()
  const stats = sandbox.stats()
  const armed = sandbox.faults().map(({ kind, times }) => ({
    label: faultKinds.find((fault) => fault.kind === kind)?.label ?? kind,
    times,
  }))
  const jobs = jobChoices(config.sampleJobs, (await listJobs()).items)
  return (
    <div className="mx-auto flex max-w-page flex-col gap-3 px-5 pt-8 pb-16 max-sm:px-4">
      <div className="mb-3">
        <h1 className="text-title font-semibold tracking-tight">Sandbox</h1>
        <p className="mt-1 max-w-prose text-muted">
          A stand-in for the provider, called over HTTP like the real one. Its people are made up and its
          credits are free. Make things happen to it here, then see what a job’s page makes of them.
        </p>
      </div>
      <SandboxStats stats={stats} armed={armed} jobs={jobs} />
      <SandboxForm title="Make calls go wrong" submit="Turn on" action={armFault}>
        <Choice
          label="Error"
          name="kind"
          options={faultKinds.map(({ kind, label }) => ({ value: kind, label }))}
        />
        <Choice label="For job" name="jobId" options={[{ value: '', label: 'All jobs' }, ...jobs]} />
        <Count label="How many calls" name="times" min={1} max={100} defaultValue={1} />
      </SandboxForm>
      {armed.length > 0 ? (
        <SandboxForm title="Let calls go well again" submit="Clear all faults" action={clearFaults}>
          <p className="flex-1 basis-44 self-center text-muted">Faults that are armed are forgotten.</p>
        </SandboxForm>
      ) : null}
      <SandboxForm title="Change a list" submit="Change" action={changeList}>
        <Choice label="Job" name="jobId" options={jobs} />
        <Choice label="What happens" name="change" options={changes} />
        <Count label="How many" name="count" min={0} max={1_000} defaultValue={5} />
      </SandboxForm>
      <SandboxForm title="Speed" submit="Set" action={setLatency}>
        <Choice
          label="An answer takes"
          name="latency"
          options={latencyKeys.map((key) => ({ value: key, label: getLatency(key).label }))}
        />
      </SandboxForm>
      <SandboxForm title="Credits at the provider" submit="Set" action={setCredits}>
        <Count label="Credits left" name="credits" min={0} max={1_000_000} defaultValue={stats.creditsLeft} />
      </SandboxForm>
      <SandboxForm title="Start over" submit="Reset the sandbox" action={resetSandbox}>
        <p className="flex-1 basis-44 self-center text-muted">
          Lists, faults, credits and counts go back to the start. What was loaded stays.
        </p>
      </SandboxForm>
    </div>
  )
}
