'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { maxTagLength, type BulkTagsAnswer } from '@/lib/contracts/tags'
import { listTags, tagMany } from '@/lib/query/bulk'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import type { BulkTarget } from './bulk-target'
import { missingLine, ResultLines } from './result-lines'

export type TagDialogProps = {
  jobRef: JobRef
  target: BulkTarget
  onClose: () => void
}

type Change = { name: string; removes: boolean }
type Count = (count: number) => string

/** What became of everyone, in sentences. */
function resultLines({ name, removes }: Change, answer: BulkTagsAnswer, people: Count): string[] {
  const { changed, unchanged, missing } = answer
  const done = removes ? `“${name}” is removed from` : `“${name}” is added to`
  return [
    changed === 0 ? 'Nobody’s tags have changed.' : `${done} ${people(changed)}.`,
    ...(unchanged > 0 ? [`${people(unchanged)} ${unchanged === 1 ? 'stays' : 'stay'} as before.`] : []),
    ...missingLine(missing, people),
  ]
}

/** Gives people a tag, or takes one from them, and undoes it as one step; a name that no tag has makes one. */
export function TagDialog({ jobRef, target, onClose }: TagDialogProps) {
  const { people } = useFormats()
  const client = useQueryClient()
  const [whom] = useState(target)
  const [name, setName] = useState('')
  const [removes, setRemoves] = useState(false)
  const who = 'ids' in whom ? { applicationIds: [...whom.ids] } : { view: whom.view }
  const count = 'ids' in whom ? whom.ids.length : whom.people
  const [result, setResult] = useState<{ change: Change; answer: BulkTagsAnswer } | null>(null)
  async function refresh() {
    await client.invalidateQueries({ queryKey: keys.job(jobRef) })
    await client.invalidateQueries({ queryKey: ['tags'] })
  }
  const set = useWrite({
    mutationFn: (change: Change) =>
      tagMany(jobRef, { ...who, [change.removes ? 'remove' : 'add']: [change.name] }),
    onSuccess(answer: BulkTagsAnswer, change) {
      setResult({ change, answer })
      announce(resultLines(change, answer, people).join(' '))
      void refresh()
    },
  })
  const undo = useWrite({
    mutationFn: ({ change, answer }: NonNullable<typeof result>) =>
      tagMany(jobRef, {
        applicationIds: answer.applicationIds,
        [change.removes ? 'add' : 'remove']: [change.name],
      }),
    onSuccess({ changed }, { change }) {
      announce(
        `Undone: “${change.name}” is ${change.removes ? 'back on' : 'removed from'} ${people(changed)}.`,
      )
      void refresh()
      onClose()
    },
  })
  const problem = set.problem ?? undo.problem
  const change = { name: name.trim(), removes }
  return (
    <AskDialog
      title={result ? 'Tags changed' : `Tag ${people(count)}`}
      leave={result ? 'Close' : 'Cancel'}
      onClose={onClose}
      onConfirm={() => {
        if (!result) {
          if (change.name !== '') set.write(change)
        } else if (result.answer.changed > 0) undo.write(result)
      }}
      action={
        result === null ? (
          <Button type="submit" variant="primary" busy={set.isPending} disabled={change.name === ''}>
            {removes ? 'Remove tag' : 'Add tag'}
          </Button>
        ) : result.answer.changed === 0 ? null : (
          <Button type="submit" busy={undo.isPending}>
            Undo
          </Button>
        )
      }
    >
      <AnyProblem problem={problem} />
      {result ? (
        <ResultLines lines={resultLines(result.change, result.answer, people)} />
      ) : (
        <TagFields {...{ name, removes, setName, setRemoves }} />
      )}
    </AskDialog>
  )
}

type FieldsProps = Change & { setName: (name: string) => void; setRemoves: (removes: boolean) => void }

/** Which tag, with those that the team has to choose from, and what to do with it. */
function TagFields({ name, removes, setName, setRemoves }: FieldsProps) {
  const listId = useId()
  const { data: known } = useQuery({ queryKey: ['tags'], queryFn: ({ signal }) => listTags(signal) })
  return (
    <>
      <TextField
        label="Tag"
        autoFocus
        list={listId}
        autoComplete="off"
        maxLength={maxTagLength}
        value={name}
        hint={removes ? undefined : 'A new name makes a new tag.'}
        onChange={({ target: field }) => setName(field.value)}
      />
      <datalist id={listId}>
        {known?.items.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
      <fieldset className="flex gap-4 text-note text-ink">
        <legend className="sr-only">What to do with it</legend>
        {[false, true].map((each) => (
          <label key={String(each)} className="flex items-center gap-1.5">
            <input
              type="radio"
              name="tagging"
              checked={removes === each}
              onChange={() => setRemoves(each)}
              className="size-4 accent-accent"
            />
            {each ? 'Remove it' : 'Add it'}
          </label>
        ))}
      </fieldset>
    </>
  )
}
