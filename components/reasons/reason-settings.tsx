'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { AnyProblem, ProblemNote } from '@/components/ui/problem-note'
import type { DecisionReason, ReasonSettings as Settings } from '@/lib/contracts/decisions'
import { decisionCalls, reasonsKey, reasonsQuery } from '@/lib/query/decisions'
import { toProblem } from '@/lib/query/http'
import { ReasonRow } from './reason-row'

let made = 0
/** A reason that the server does not know yet: it gives it an id of its own. */
const emptyReason = (): DecisionReason => ({
  id: `new-${(made += 1)}`,
  label: '',
  definition: '',
  decision: 'reject',
})

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}

function ReasonForm({ saved }: { saved: Settings }) {
  const client = useQueryClient()
  const [{ reasons, neededForReject }, setDraft] = useState(saved)
  const { isPending, problem, write } = useWrite({
    mutationFn: decisionCalls.saveReasons,
    onSuccess(answer: Settings) {
      client.setQueryData(reasonsKey, answer)
      setDraft(answer)
      announce('The reasons are saved.')
    },
  })
  const setReasons = (next: DecisionReason[]) => setDraft({ reasons: next, neededForReject })
  const changed = JSON.stringify({ reasons, neededForReject }) !== JSON.stringify(saved)
  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        write({ reasons, neededForReject })
      }}
    >
      <AnyProblem problem={problem} />
      <label className="flex cursor-pointer items-center gap-2">
        <CheckBox
          checked={neededForReject}
          onCheckedChange={(checked) => setDraft({ reasons, neededForReject: checked })}
          className="-m-2"
        />
        <span>A rejection needs a reason</span>
      </label>
      <ol className="flex flex-col gap-3">
        {reasons.map((reason, at) => (
          <ReasonRow
            key={reason.id}
            reason={reason}
            place={{ at, last: at === reasons.length - 1 }}
            onChange={(next) => setReasons(reasons.map((each) => (each.id === reason.id ? next : each)))}
            onMove={(to) => {
              setReasons(moved(reasons, at, to))
              announce(`${reason.label || 'The reason'} is number ${to + 1} of ${reasons.length} now.`)
            }}
            onRemove={() => setReasons(reasons.filter(({ id }) => id !== reason.id))}
          />
        ))}
      </ol>
      {reasons.length === 0 ? <p className="text-muted">No reasons yet. Add the first one.</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setReasons([...reasons, emptyReason()])}>
          <span className="inline-flex items-center gap-1.5">
            <Plus aria-hidden className="size-4" />
            <span>Add a reason</span>
          </span>
        </Button>
        <Button type="submit" variant="primary" busy={isPending} disabled={!changed}>
          Save reasons
        </Button>
        {changed ? (
          <Button variant="ghost" onClick={() => setDraft(saved)}>
            Discard changes
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** The team's reasons: their names, what they mean, for which decision, and their order. */
export function ReasonSettings() {
  const { data, error } = useQuery({ ...reasonsQuery(decisionCalls.reasons), refetchOnWindowFocus: false })
  if (data) return <ReasonForm saved={data} />
  if (!error) return null
  const { title, detail } = toProblem(error)
  return <ProblemNote title={title}>{detail}</ProblemNote>
}
