'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionFields } from '@/components/shared/action-fields'
import { useReader } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { BulkNextActionAnswer } from '@/lib/contracts/notes'
import { setNextActions, undoNextActions } from '@/lib/query/bulk'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import type { BulkTarget } from './bulk-target'
import { missingLine, ResultLines } from './result-lines'

export type NextActionDialogProps = {
  jobRef: JobRef
  target: BulkTarget
  onClose: () => void
}

type People = (count: number) => string

/** What became of everyone, in sentences. */
function resultLines({ set, leftAlone, missing }: BulkNextActionAnswer, people: People): string[] {
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many)
  return [
    set === 0
      ? 'Nobody has a new next action.'
      : `${people(set)} ${verb(set, 'has', 'have')} the next action now.`,
    ...(leftAlone > 0
      ? [`${people(leftAlone)} had one already, which ${verb(leftAlone, 'stays', 'stay')}.`]
      : []),
    ...missingLine(missing, people),
  ]
}

/** Gives many people a next action, then says what became of each and takes it back as one step. */
export function NextActionDialog({ jobRef, target, onClose }: NextActionDialogProps) {
  const { people } = useFormats()
  const client = useQueryClient()
  const { id } = useReader()
  const [whom] = useState(target)
  const [draft, setDraft] = useState({
    text: '',
    dueOn: null as string | null,
    assignee: id as string | null,
  })
  const [result, setResult] = useState<BulkNextActionAnswer | null>(null)
  const who = 'ids' in whom ? { applicationIds: [...whom.ids] } : { view: whom.view }
  const count = 'ids' in whom ? whom.ids.length : whom.people
  const refresh = () => client.invalidateQueries({ queryKey: keys.job(jobRef) })
  const set = useWrite({
    mutationFn: () => setNextActions(jobRef, { ...draft, ...who }),
    onSuccess(answer: BulkNextActionAnswer) {
      setResult(answer)
      announce(resultLines(answer, people).join(' '))
      void refresh()
    },
  })
  const undo = useWrite({
    mutationFn: (changeId: string) => undoNextActions(jobRef, changeId),
    onSuccess({ removed }) {
      const kept = (result?.set ?? removed) - removed
      const others = kept > 0 ? ` ${people(kept)} had it changed since, and keep it.` : ''
      announce(`Undone: the next action is removed from ${people(removed)}.${others}`)
      void refresh()
      onClose()
    },
  })
  const problem = set.problem ?? undo.problem
  const empty = draft.text.trim() === ''
  return (
    <AskDialog
      title={result ? 'Next action set' : `Set a next action for ${people(count)}`}
      leave={result ? 'Close' : 'Cancel'}
      onClose={onClose}
      onConfirm={() => {
        if (result) {
          if (result.changeId !== null) undo.write(result.changeId)
        } else if (!empty) set.write()
      }}
      action={
        result === null ? (
          <Button type="submit" variant="primary" busy={set.isPending} disabled={empty}>
            Set next action
          </Button>
        ) : result.changeId === null ? null : (
          <Button type="submit" busy={undo.isPending}>
            Undo
          </Button>
        )
      }
    >
      <AnyProblem problem={problem} />
      {result ? (
        <ResultLines lines={resultLines(result, people)} />
      ) : (
        <>
          <ActionFields draft={draft} onChange={setDraft} />
          <p>Whoever has a next action keeps it.</p>
        </>
      )}
    </AskDialog>
  )
}
