'use client'

import { Link } from '@/components/ui/link'
import { useFormats } from '@/components/shared/use-formats'
import { applicantsText } from '@/lib/domain/list-words'
import { jobPath } from '@/lib/url/paths'

type Props = { jobs: { jobId: string; label: string; applicants: number }[] }

function Applicants({ count }: { count: number }) {
  const { number } = useFormats()
  return (
    <span className="block text-note text-muted">
      {count === 0 ? 'Nobody applied' : applicantsText(count, number)}
    </span>
  )
}

/** Jobs of the sandbox to try. */
export const SampleJobs = ({ jobs }: Props) => (
  <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
    {jobs.map(({ jobId, label, applicants }) => (
      <li key={jobId}>
        <Link
          href={jobPath({ jobId, account: null })}
          className="block rounded-panel border border-line bg-panel px-4 py-2.5 hover:bg-soft"
        >
          <span className="block truncate font-medium">{label}</span>
          <Applicants count={applicants} />
        </Link>
      </li>
    ))}
  </ul>
)
