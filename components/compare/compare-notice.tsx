'use client'

import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Problem } from '@/lib/contracts/problem'
import { emptyView } from '@/lib/contracts/words'
import { comparedPeople } from '@/lib/url/compare'
import { type JobRef, sharedJobPath } from '@/lib/url/paths'

type Props = {
  jobRef: JobRef
  /** Whom the address names. */
  ids: readonly string[]
  found: number
  /** How many of them are not in this job. */
  missing: number
  waiting: boolean
  problem: Pick<Problem, 'title' | 'detail'> | null
  onRetry: () => void
  onFirst: () => void
}

const { min, max } = comparedPeople

function findWords({ ids, found, missing }: Props): { title: string; detail: string } | null {
  if (ids.length > max) {
    return {
      title: `Up to ${max} people can be compared`,
      detail: `This link names ${ids.length}. Select two to four people in the list, or compare the first ${max}.`,
    }
  }
  if (found >= min) return null
  if (missing > 0 && found === 0) {
    return {
      title: missing === 1 ? 'This person is not in this job' : 'These people are not in this job',
      detail:
        'They may be in another job, or not loaded yet. Select two to four people in the list to compare.',
    }
  }
  return {
    title: found === 1 ? 'One person is not enough to compare' : 'Choose whom to compare',
    detail: `${
      missing > 0
        ? `${missing === 1 ? 'Somebody' : `${missing} people`} in this link ${missing === 1 ? 'is' : 'are'} not in this job. `
        : ''
    }Select two to four people in the list, then press Compare.`,
  }
}

/** Why nobody is compared, or not everyone, and what to do. */
export function CompareNotice(props: Props) {
  const { jobRef, ids, found, missing, waiting, problem, onRetry, onFirst } = props
  if (problem) {
    return (
      <div className="mt-4 flex flex-col items-start gap-3">
        <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    )
  }
  if (waiting) {
    return (
      <p role="status" className="mt-4 text-note text-muted">
        Reading…
      </p>
    )
  }
  const words = findWords(props)
  if (words === null) {
    return missing === 0 ? null : (
      <p role="status" className="mt-2 text-note text-muted">
        {missing === 1 ? 'Somebody' : `${missing} people`} in this link {missing === 1 ? 'is' : 'are'} not in
        this job, and not shown.
      </p>
    )
  }
  return (
    <div className="mt-6 rounded-panel border border-dashed border-edge/40 px-4 py-12 text-center">
      <p className="font-semibold">{words.title}</p>
      <p className="mx-auto mt-1.5 mb-5 max-w-md text-note text-balance text-muted">{words.detail}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Link href={sharedJobPath(jobRef, emptyView)} className={buttonLook('primary')}>
          Go to the list
        </Link>
        {ids.length > max && found === 0 ? <Button onClick={onFirst}>Compare the first {max}</Button> : null}
      </div>
    </div>
  )
}
