'use client'

import Link from 'next/link'
import { useParams, useSearchParams } from 'next/navigation'
import { candidatePath } from '@/lib/url/paths'

/** Says in a row that its person applied to this job twice, and leads to the other application. */
export function AppliedTwice({ other }: { other: string }) {
  const { jobId } = useParams<{ jobId?: string }>()
  const account = useSearchParams().get('account')
  if (jobId === undefined) return null
  return (
    <Link
      href={candidatePath({ jobId, account }, other)}
      prefetch={false}
      // The row behind it would open as well.
      onClick={(event) => event.stopPropagation()}
      title="Open their other application"
      className="shrink-0 rounded border border-line px-1 text-small text-accent underline underline-offset-2"
    >
      Applied twice
    </Link>
  )
}
