'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ChosenReason,
  offeredReasons,
  ReasonFields,
  useReasonChoice,
} from '@/components/shared/reason-fields'
import { useFormats } from '@/components/shared/use-formats'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { BulkCounts } from '@/lib/contracts/decisions'
import { type Decision, decidedWords, decisionWords } from '@/lib/contracts/decision-words'
import { previewBulk } from '@/lib/query/bulk'
import { decisionCalls, reasonsQuery } from '@/lib/query/decisions'
import { toProblem } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'
import type { BulkTarget } from './bulk-target'

export type BulkDialogProps = {
  jobRef: JobRef
  decision: Decision
  target: BulkTarget
  onConfirm: (chosen: ChosenReason) => void
  onClose: () => void
}

const titles: Record<Decision, (people: string) => string> = {
  shortlist: (people) => `Shortlist ${people}?`,
  maybe: (people) => `Put ${people} on the maybe list?`,
  reject: (people) => `Reject ${people}?`,
}

/** What is said before: who has not been opened, whom a colleague decided about, who is gone. */
function warnings({ decided, unopened, leftAlone, missing }: BulkCounts, number: (value: number) => string) {
  const was = (count: number) => (count === 1 ? 'was' : 'were')
  return [
    unopened === 1 && decided === 1
      ? 'Nobody has opened this person.'
      : unopened > 0
        ? `${number(unopened)} of these ${number(decided)} ${was(unopened)} opened by nobody.`
        : null,
    ...leftAlone.map(
      ({ by, decision, count }) =>
        `${number(count)} ${was(count)} decided by ${by.name} (${decidedWords[decision].toLowerCase()}) and will be left alone.`,
    ),
    missing > 0 ? `${number(missing)} ${missing === 1 ? 'is' : 'are'} no longer stored.` : null,
  ].filter((line) => line !== null)
}

/** Asks once before many are decided about, and why; tells what will become of them first. */
export function BulkDialog({ jobRef, decision, target, onConfirm, onClose }: BulkDialogProps) {
  const { number, people } = useFormats()
  const [whom] = useState(target)
  const request = 'ids' in whom ? { applicationIds: [...whom.ids] } : { view: whom.view }
  const preview = useQuery({
    queryKey: ['bulk preview', jobRef, decision, request],
    queryFn: () => previewBulk(jobRef, { decision, ...request }),
    gcTime: 0,
    staleTime: Infinity,
  })
  const { data: settings } = useQuery({ ...reasonsQuery(decisionCalls.reasons), staleTime: 300_000 })
  const reasons = offeredReasons(settings?.reasons ?? [], decision, null)
  const needed = decision === 'reject' && settings?.neededForReject === true
  const choice = useReasonChoice(null)
  const count = preview.data?.decided ?? ('ids' in whom ? whom.ids.length : whom.people)
  const blocked = (needed && choice.empty) || !preview.data || preview.data.decided === 0
  const problem = preview.error && toProblem(preview.error)
  return (
    <AskDialog
      title={titles[decision](people(count))}
      onClose={onClose}
      onConfirm={() => (blocked ? undefined : onConfirm(choice.chosen(reasons)))}
      action={
        <Button type="submit" variant={decision === 'reject' ? 'danger' : 'primary'} disabled={blocked}>
          {`${decisionWords[decision]} ${number(count)}`}
        </Button>
      }
    >
      <AnyProblem problem={problem} />
      {preview.data ? (
        <ul className="flex flex-col gap-1 text-ink empty:hidden">
          {warnings(preview.data, number).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : problem ? null : (
        <p>Counting who has been opened…</p>
      )}
      <ReasonFields choice={choice} reasons={reasons} needed={needed} />
      <p>You can undo this as one step.</p>
    </AskDialog>
  )
}
