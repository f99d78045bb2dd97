'use client'

import { useSearchParams } from 'next/navigation'
import { Link } from '@/components/ui/link'
import type { ElsewhereMark } from '@/lib/contracts/candidate'
import { decidedWords } from '@/lib/contracts/decision-words'
import { candidatePath } from '@/lib/url/paths'

/** Says in a row that its person applied to other jobs too and what was decided there last, and leads there. */
export function AppliedElsewhere({ jobs, latest }: ElsewhereMark) {
  const account = useSearchParams().get('account')
  const { jobId, jobLabel, applicationId, decision } = latest
  const where = jobs === 1 ? 'also applied' : `also in ${jobs} jobs`
  return (
    <Link
      href={candidatePath({ jobId, account }, applicationId)}
      title={`Open their application to ${jobLabel ?? `job ${jobId}`}`}
      className="applied-tag"
    >
      {decision === null ? where : `${where}: ${decidedWords[decision].toLowerCase()}`}
    </Link>
  )
}
