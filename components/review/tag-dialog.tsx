'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { maxTagLength, type BulkTagsAnswer } from '@/lib/contracts/tags'
import { listTags, tagMany } from '@/lib/query/bulk'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import type { BulkTarget } from './bulk-target'

export type TagDialogProps = {
  jobRef: JobRef
  target: BulkTarget
  onDone: () => void
  onClose: () => void
}

/** What became of those who were tagged, in words. */
function resultText({ changed, unchanged, missing }: BulkTagsAnswer, number: (value: number) => string) {
  return [
    `${number(changed)} changed`,
    unchanged > 0 ? `${number(unchanged)} stayed as they were` : null,
    missing > 0 ? `${number(missing)} no longer stored` : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Gives people a tag, or takes one from them; a name that no tag has makes one. */
export function TagDialog({ jobRef, target, onDone, onClose }: TagDialogProps) {
  const { number, people } = useFormats()
  const client = useQueryClient()
  const listId = useId()
  const [whom] = useState(target)
  const [name, setName] = useState('')
  const [removes, setRemoves] = useState(false)
  const { data: known } = useQuery({ queryKey: ['tags'], queryFn: ({ signal }) => listTags(signal) })
  const who = 'ids' in whom ? { applicationIds: [...whom.ids] } : { view: whom.view }
  const count = 'ids' in whom ? whom.ids.length : whom.people
  const { isPending, problem, write } = useWrite({
    mutationFn: () => tagMany(jobRef, { ...who, [removes ? 'remove' : 'add']: [name.trim()] }),
    async onSuccess(answer) {
      announce(`${removes ? 'Tag removed' : 'Tag added'}: ${resultText(answer, number)}.`)
      onDone()
      await client.invalidateQueries({ queryKey: keys.job(jobRef) })
      await client.invalidateQueries({ queryKey: ['tags'] })
    },
  })
  return (
    <AskDialog
      title={`Tag ${people(count)}`}
      onClose={onClose}
      onConfirm={() => (name.trim() === '' ? undefined : write())}
      action={
        <Button type="submit" variant="primary" busy={isPending} disabled={name.trim() === ''}>
          {removes ? 'Remove tag' : 'Add tag'}
        </Button>
      }
    >
      {problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null}
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
    </AskDialog>
  )
}
