import { Check, Minus } from 'lucide-react'
import type { CompareAxis, Fact } from '@/components/shared/compare-facts'
import { Bdi, markRanges } from '@/components/shared/text'
import type { CheckedCriterion, Checklist } from '@/lib/contracts/criteria'
import type { TriagePerson } from '@/lib/contracts/triage'
import { isMet } from '@/lib/domain/criteria-counts'

function Finding({ item }: { item: CheckedCriterion }) {
  const { found, overruled } = item
  const met = isMet(item)
  const Shape = met ? Check : Minus
  return (
    <span className="flex items-start gap-1.5">
      <Shape aria-hidden className={`mt-0.5 size-4 shrink-0 ${met ? 'text-accent' : 'text-muted'}`} />
      <span className="min-w-0 wrap-anywhere">
        {met ? 'Met' : 'Not met'}
        {found.map(({ text, marks }) => (
          <span key={text} className="block text-note text-muted">
            “<Bdi>{markRanges(text, marks)}</Bdi>”
          </span>
        ))}
        {overruled ? (
          <span className="block text-note">
            Overruled by <Bdi>{overruled.by.name}</Bdi>: <Bdi>{overruled.reason}</Bdi>
          </span>
        ) : null}
      </span>
    </span>
  )
}

/** A line for each criterion of the job. @param checklists by application; nothing is shown until everyone has one */
export function criteriaFacts(
  checklists: ReadonlyMap<string, Checklist>,
  people: readonly TriagePerson[],
): Fact<TriagePerson, CompareAxis>[] {
  const readable = people.filter(({ candidate }) => candidate.erased !== true)
  const first = readable.map(({ candidate }) => checklists.get(candidate.applicationId))
  if (first.includes(undefined)) return []
  return (first[0]?.items ?? []).map(({ criterion }) => {
    const find = ({ candidate }: TriagePerson) =>
      checklists.get(candidate.applicationId)?.items.find((item) => item.criterion.id === criterion.id)
    return {
      name: `${criterion.name} (${criterion.need})`,
      same(person) {
        const item = find(person)
        return item ? String(isMet(item)) : null
      },
      of(person) {
        const item = find(person)
        return item ? <Finding item={item} /> : null
      },
    }
  })
}
