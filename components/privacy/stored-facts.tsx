'use client'

import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import type { PrivacyFacts } from '@/lib/contracts/privacy'
import { getRetentionPreset } from '@/lib/domain/retention-presets'
import { jobPath } from '@/lib/url/paths'
import { fairnessPath } from '@/lib/url/job-pages'

type Accounts = {
  /** Labels, the default one first. */
  accounts: string[]
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** Why nothing is deleted for now: the clock may be wrong. */
function ClockNotice({ before, after, from }: NonNullable<PrivacyFacts['clockDoubt']>) {
  return (
    <p role="status" className="max-w-prose rounded-panel border border-line bg-panel px-4 py-3">
      The clock of the store went from <LocalTime iso={before} format="date" /> to{' '}
      <LocalTime iso={after} format="date" /> while no server was looking. If Shortlist was not off for that
      long, the clock is wrong: check it. No unused job is deleted before{' '}
      <LocalTime iso={from} format="date" />.
    </p>
  )
}

/** How much is stored of people, and for how long. */
export function StoredFacts({ facts }: { facts: PrivacyFacts }) {
  const { number } = useFormats()
  const { stored, retentionDays } = facts
  return (
    <section aria-labelledby="stored" className="flex flex-col gap-2">
      <h2 id="stored" className="font-semibold">
        What is stored
      </h2>
      {facts.clockDoubt === null ? null : <ClockNotice {...facts.clockDoubt} />}
      <p className="max-w-prose text-muted">
        {number(stored.applicants)} {stored.applicants === 1 ? 'applicant' : 'applicants'} of{' '}
        {number(stored.jobs)} {stored.jobs === 1 ? 'job' : 'jobs'}: what the provider sent of them, what
        changed since, and what guests of share links said.{' '}
        {stored.erased > 0
          ? `${number(stored.erased)} more ${stored.erased === 1 ? 'was' : 'were'} erased: only that they applied is kept. `
          : ''}
        The ledger and the audit log name none of them.
      </p>
      <p className="max-w-prose text-muted">
        A job that nobody opens or loads for {days(retentionDays)} is deleted with everyone in it. That is
        announced in the list of jobs a week ahead. RETENTION_DAYS sets the time; a job can have another one
        (list of jobs, “More”).
      </p>
    </section>
  )
}

type Row = { jobId: string; account: string; label: string | null }

function JobName({ job, accounts, path = jobPath }: { job: Row; path?: typeof fairnessPath } & Accounts) {
  const account = job.account === accounts[0] ? null : job.account
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Link
        href={path({ jobId: job.jobId, account })}
        className="min-w-0 truncate font-medium underline-offset-2 hover:underline"
      >
        <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
      </Link>
      {account === null ? null : (
        <span className="rounded-mark border border-line px-1 text-small leading-4.5 text-muted">
          <span className="sr-only">Account </span>
          <Bdi>{account}</Bdi>
        </span>
      )}
    </span>
  )
}

const listLook = 'rounded-panel border border-line bg-panel'
const rowLook =
  'flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-2 last:border-b-0'
const none = 'rounded-panel border border-dashed border-edge/40 px-4 py-4 text-note text-muted'

function presetText(key: string | null) {
  const preset = getRetentionPreset(key)
  return preset && ` · ${preset.label}: ${preset.time}`
}

/** The jobs that go next if nobody uses them. */
export function DueJobs({ due, accounts }: Pick<PrivacyFacts, 'due'> & Accounts) {
  const { number } = useFormats()
  return (
    <section aria-labelledby="due" className="flex flex-col gap-2">
      <h2 id="due" className="font-semibold">
        Deleted next
      </h2>
      {due.length === 0 ? (
        <p className={none}>No job is stored that could be deleted.</p>
      ) : (
        <ul aria-labelledby="due" className={listLook}>
          {due.map((job) => (
            <li key={`${job.account} ${job.jobId}`} className={rowLook}>
              <JobName job={job} accounts={accounts} />
              <p className="text-note text-muted">
                {number(job.stored)} {job.stored === 1 ? 'applicant' : 'applicants'} · last used{' '}
                <LocalTime iso={job.lastUsedAt} format="date" /> · deleted{' '}
                <LocalTime iso={job.purgeAt} format="date" />
                {presetText(job.preset)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The jobs that stay for longer, each with its reason. */
export function KeptJobs({ kept, accounts }: Pick<PrivacyFacts, 'kept'> & Accounts) {
  const { number } = useFormats()
  return (
    <section aria-labelledby="kept" className="flex flex-col gap-2">
      <h2 id="kept" className="font-semibold">
        Kept for longer
      </h2>
      {kept.length === 0 ? (
        <p className={none}>None. Choose “Keep for as long as needed” on a job to add it here.</p>
      ) : (
        <ul aria-labelledby="kept" className={listLook}>
          {kept.map((job) => (
            <li key={`${job.account} ${job.jobId}`} className={rowLook}>
              <JobName job={job} accounts={accounts} />
              <p className="text-note text-muted">
                {number(job.stored)} {job.stored === 1 ? 'applicant' : 'applicants'} · since{' '}
                <LocalTime iso={job.at} format="date" /> by <Bdi>{job.by}</Bdi>
              </p>
              <p className="basis-full text-note wrap-anywhere">
                <Bdi>{job.reason}</Bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The deleted jobs of which counts stay, each leading to these. */
export function CountedJobs({ counted, accounts }: Pick<PrivacyFacts, 'counted'> & Accounts) {
  const { number } = useFormats()
  return (
    <section aria-labelledby="counted" className="flex flex-col gap-2">
      <h2 id="counted" className="font-semibold">
        Counts of deleted jobs
      </h2>
      <p className="max-w-prose text-muted">
        Where 20 or more people were loaded and some decided, the counts of a job’s Fairness page stay, each
        to the nearest five. They name nobody.
      </p>
      {counted.length === 0 ? (
        <p className={none}>None. No such job has been deleted.</p>
      ) : (
        <ul aria-labelledby="counted" className={listLook}>
          {counted.map((job) => (
            <li key={`${job.account} ${job.jobId}`} className={rowLook}>
              <JobName job={{ ...job, label: null }} accounts={accounts} path={fairnessPath} />
              <p className="text-note text-muted">
                about {number(job.decided)} of {number(job.people)} decided · deleted{' '}
                <LocalTime iso={job.deletedAt} format="date" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
