'use client'

import { useQuery } from '@tanstack/react-query'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import { ProblemNote } from '@/components/ui/problem-note'
import { toProblem } from '@/lib/query/http'
import { secondOpinionCalls, secondOpinionsQuery } from '@/lib/query/second-opinions'
import { type JobRef, jobPath } from '@/lib/url/paths'
import { secondOpinionPath } from '@/lib/url/job-pages'
import { CloseButton } from './close-button'
import { opinionTitle, progressText } from './opinion-words'

/** The second opinions that the reader asked for, or is asked for. */
export function OpinionList({ jobRef }: { jobRef: JobRef }) {
  const { number } = useFormats()
  const { data, error } = useQuery(
    secondOpinionsQuery(jobRef, (signal) => secondOpinionCalls.list(jobRef, signal)),
  )
  if (error) {
    const { title, detail } = toProblem(error)
    return <ProblemNote title={title}>{detail}</ProblemNote>
  }
  if (!data) return <div aria-busy className="h-32" />
  if (data.items.length === 0) {
    return (
      <p className="max-w-prose rounded-panel border border-dashed border-edge/40 px-4 py-6 text-muted">
        Nobody has asked yet. Open{' '}
        <Link href={jobPath(jobRef)} className="underline underline-offset-2">
          the list
        </Link>
        , select people, and choose “Second opinion”.
      </p>
    )
  }
  return (
    <ul className="rounded-panel border border-line bg-panel">
      {data.items.map((opinion) => (
        <li
          key={opinion.id}
          className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium wrap-anywhere">
              {opinion.mine === null ? (
                <Bdi>{opinionTitle(opinion)}</Bdi>
              ) : (
                <Link href={secondOpinionPath(jobRef, opinion.id)} className="hover:underline">
                  <Bdi>{opinionTitle(opinion)}</Bdi>
                </Link>
              )}
            </p>
            <p className="text-note text-muted">
              {progressText(opinion, number)} · asked <LocalTime iso={opinion.askedAt} format="moment" />
              {opinion.closedAt === null ? null : ' · closed'}
            </p>
            {opinion.note === null ? null : (
              <p dir="auto" className="mt-1 text-note wrap-anywhere">
                {opinion.note}
              </p>
            )}
          </div>
          <CloseButton jobRef={jobRef} opinion={opinion} />
        </li>
      ))}
    </ul>
  )
}
