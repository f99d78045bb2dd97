import Link from 'next/link'
import { jobPath } from '@/lib/url/paths'

type Props = { jobs: { jobId: string; label: string; applicants: number }[] }

const number = new Intl.NumberFormat('en')

const applicantsText = (count: number) => {
  if (count === 0) return 'Nobody applied'
  return `${number.format(count)} ${count === 1 ? 'applicant' : 'applicants'}`
}

/** Jobs of the sandbox to try. */
export const SampleJobs = ({ jobs }: Props) => (
  <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
    {jobs.map(({ jobId, label, applicants }) => (
      <li key={jobId}>
        <Link
          href={jobPath({ jobId, account: null })}
          prefetch={false}
          className="block rounded-panel border border-line bg-panel px-4 py-2.5 hover:bg-soft"
        >
          <span className="block truncate font-medium">{label}</span>
          <span className="block text-note text-muted">{applicantsText(applicants)}</span>
        </Link>
      </li>
    ))}
  </ul>
)
