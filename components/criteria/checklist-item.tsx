import { useQueryClient } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { ReasonForm } from '@/components/shared/reason-form'
import { Bdi, markRanges } from '@/components/shared/text'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { CheckedCriterion, Checklist, OverruleRequest } from '@/lib/contracts/criteria'
import { isMet, markCriteria } from '@/lib/domain/criteria-counts'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import { changeMarks } from '@/lib/query/marks'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; applicationId: string; item: CheckedCriterion }

const years = (months: number) => {
  const [y, m] = [Math.floor(months / 12), months % 12]
  return [y > 0 ? `${y} y` : '', m > 0 || y === 0 ? `${m} mo` : ''].filter((part) => part !== '').join(' ')
}

/** One criterion: whether it is met, where it stands, and what a person said against the rule. */
export function ChecklistItem({ jobRef, applicationId, item }: Props) {
  const { criterion, met, found, months, overruled } = item
  const mayDecide = useMay('decide')
  const client = useQueryClient()
  const [reason, setReason] = useState<string | null>(null)
  const { isPending, problem, write } = useWrite({
    mutationFn: (request: OverruleRequest) =>
      criteriaCalls.overrule(jobRef, applicationId, criterion.id, request),
    onSuccess(answer: Checklist, request) {
      const { queryKey } = checklistQuery(jobRef, applicationId, () => Promise.resolve(answer))
      client.setQueryData(queryKey, answer)
      const criteria = markCriteria(
        answer.items.map((each) => each.criterion),
        new Set(answer.items.filter(isMet).map((each) => each.criterion.id)),
      )
      changeMarks(client, jobRef, [applicationId], (mark) => ({ ...mark, criteria }))
      void client.invalidateQueries({ queryKey: keys.facets(jobRef) })
      setReason(null)
      announce(request.met === null ? 'The rule counts again.' : 'Your word is saved.')
    },
  })
  const stands = isMet(item)
  const Shape = stands ? Check : Minus
  return (
    <li className="flex items-start gap-2">
      <Shape
        aria-hidden
        className={`mt-2 size-4 shrink-0 card:mt-3 ${stands ? 'text-accent' : 'text-muted'}`}
      />
      {/* Its first line stands beside the button. */}
      <div className="min-w-0 flex-1 py-1.5 wrap-anywhere card:py-2.5">
        <p>
          <span className="font-medium">
            <Bdi>{criterion.name}</Bdi>
          </span>{' '}
          <span className="text-muted">
            {criterion.need} · {stands ? 'met' : 'not found'}
            {criterion.minYears === null ? '' : ` · at least ${criterion.minYears} y`}
            {months === null ? '' : ` · ${years(months)} by the dates`}
          </span>
        </p>
        {found.map(({ text, marks }) => (
          <p key={text} className="text-muted">
            “<Bdi>{markRanges(text, marks)}</Bdi>”
          </p>
        ))}
        {overruled ? (
          <p>
            Overruled by <Bdi>{overruled.by.name}</Bdi>: <Bdi>{overruled.reason}</Bdi>
          </p>
        ) : null}
        {reason === null ? null : (
          <ReasonForm
            label={met ? 'Why it is not met' : 'Why it is met'}
            action={met ? 'Untick' : 'Tick'}
            reason={reason}
            busy={isPending}
            onChange={setReason}
            onSubmit={() => write({ met: !met, reason })}
            onCancel={() => setReason(null)}
          />
        )}
        <AnyProblem problem={problem} />
      </div>
      {mayDecide && reason === null ? (
        overruled ? (
          <Button variant="ghost" busy={isPending} onClick={() => write({ met: null })}>
            Undo<span className="sr-only"> the overruling of {criterion.name}</span>
          </Button>
        ) : (
          <Button variant="ghost" onClick={() => setReason('')}>
            {met ? 'Untick' : 'Tick'}
            <span className="sr-only"> {criterion.name}</span>
          </Button>
        )
      ) : null}
    </li>
  )
}
