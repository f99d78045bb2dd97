'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { appliedWords } from '@/components/shared/applied-words'
import { candidatePath } from '@/lib/url/paths'

/** Says in a row how often its person applied to this job, and leads to their next application. */
export function AppliedTwice({ others }: { others: string[] }) {
  const { jobId } = useParams<{ jobId?: string }>()
  const account = useSearchParams().get('account')
  if (jobId === undefined) return null
  return (
    <Link
      href={candidatePath({ jobId, account }, others[0]!)}
      title="Open their next application"
      className="applied-tag"
    >
      {appliedWords(others)}
    </Link>
  )
}
