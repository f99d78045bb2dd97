import Link from 'next/link'
import { jobPath } from '@/lib/url/paths'

type Props = { jobs: { jobId: string; label: string; applicants: number }[] }

/** Jobs of the sandbox to try. */
export function SampleJobs({ jobs }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2">
      {jobs.map(({ jobId, label, applicants }) => (
        <li key={jobId}>
          <Link
            href={jobPath({ jobId, account: null })}
            prefetch={false}
            className="block rounded-panel border border-line bg-panel px-3.5 py-2.5 hover:border-edge"
          >
            <span className="block truncate font-medium">{label}</span>
            <span className="text-note text-muted">
              {applicants === 0
                ? 'Nobody applied'
                : `${applicants.toLocaleString('en')} ${applicants === 1 ? 'applicant' : 'applicants'}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
