'use client'

import { useQuery } from '@tanstack/react-query'
import { useMay } from '@/components/shared/reader'
import { Link } from '@/components/ui/link'
import type { CheckedCriterion } from '@/lib/contracts/criteria'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import { criteriaPath, type JobRef } from '@/lib/url/paths'
import { ChecklistItem } from './checklist-item'

type Props = { jobRef: JobRef; applicationId: string }

const isMet = ({ met, overruled }: CheckedCriterion) => overruled?.met ?? met

/** How many of a kind are met, in words; nothing for a kind that the job has none of. */
function countText(items: readonly CheckedCriterion[], need: 'must' | 'nice'): string[] {
  const of = items.filter(({ criterion }) => criterion.need === need)
  return of.length === 0 ? [] : [`${of.filter(isMet).length} of ${of.length} ${need}`]
}

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
  if (!data || (items.length === 0 && !mayEdit)) return null
  return (
    <section aria-label="Criteria" className="flex flex-col gap-2 text-note">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h2 className="text-small font-semibold text-muted">Criteria</h2>
        {items.length === 0 ? null : (
          <p>{[...countText(items, 'must'), ...countText(items, 'nice')].join(', ')}</p>
        )}
        {mayEdit ? (
          <Link
            href={criteriaPath(jobRef)}
            className="ms-auto inline-flex min-h-6 items-center rounded-mark text-accent underline underline-offset-2"
          >
            {items.length === 0 ? 'Set criteria' : 'Edit criteria'}
          </Link>
        ) : null}
      </div>
      {items.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {items.map((item) => (
            <ChecklistItem key={item.criterion.id} {...{ jobRef, applicationId, item }} />
          ))}
        </ul>
      )}
    </section>
  )
}
