'use client'

import { useQuery } from '@tanstack/react-query'
import { useMay } from '@/components/shared/reader'
import { Link } from '@/components/ui/link'
import { countCriteria, criteriaText, isMet } from '@/lib/domain/criteria-counts'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import { type JobRef } from '@/lib/url/paths'
import { criteriaPath } from '@/lib/url/job-pages'
import { ChecklistItem } from './checklist-item'

type Props = { jobRef: JobRef; applicationId: string }

/** What the job asks for, each with the sentence of this person's in which it stands. No sum and no rank. */
export function CriteriaChecklist({ jobRef, applicationId }: Props) {
  const mayEdit = useMay('edit')
  const { data } = useQuery({
    ...checklistQuery(jobRef, applicationId, (signal) =>
      criteriaCalls.checklist(jobRef, applicationId, signal),
    ),
    staleTime: 30_000,
  })
  const items = data?.items ?? []
  const counts = countCriteria(
    items.map(({ criterion }) => criterion),
    new Set(items.filter(isMet).map(({ criterion }) => criterion.id)),
  )
  // Before its answer, the line that stands there whatever the answer is.
  if (items.length === 0 && !mayEdit) return null
  return (
    <section aria-label="Criteria" className="flex flex-col gap-2 text-note">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h2 className="text-small font-semibold text-muted">Criteria</h2>
        {items.length === 0 ? null : <p>{criteriaText(counts)}</p>}
        {mayEdit ? (
          <Link
            href={criteriaPath(jobRef)}
            className="ms-auto inline-flex min-h-6 items-center rounded-mark text-accent underline underline-offset-2"
          >
            {data?.items.length === 0 ? 'Set criteria' : 'Edit criteria'}
          </Link>
        ) : null}
      </div>
      {items.length === 0 ? null : (
        <ul className="flex flex-col">
          {items.map((item) => (
            <ChecklistItem key={item.criterion.id} {...{ jobRef, applicationId, item }} />
          ))}
        </ul>
      )}
    </section>
  )
}
