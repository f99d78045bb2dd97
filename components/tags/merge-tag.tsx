'use client'

import { useState } from 'react'
import { Select } from '@/components/shared/select'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import { AnyProblem } from '@/components/ui/problem-note'
import type { TeamTag } from '@/lib/contracts/tags'
import { noteCalls } from '@/lib/query/notes'

type Props = {
  tag: TeamTag
  others: readonly TeamTag[]
  onMerged: (into: TeamTag) => void
  onClose: () => void
}

/** Asks which tag everyone gets instead, and says how many people that is before it is done. */
export function MergeTag({ tag, others, onMerged, onClose }: Props) {
  const { people } = useFormats()
  const [chosen, setChosen] = useState<string | null>(null)
  const into = others.find(({ id }) => id === chosen)
  const { isPending, problem, write } = useWrite({
    mutationFn: (id: string) => noteCalls.mergeTag(tag.id, { into: id }),
    onSuccess: onMerged,
  })
  return (
    <AskDialog
      title={`Merge “${tag.name}” into another tag`}
      onClose={onClose}
      onConfirm={() => (into ? write(into.id) : undefined)}
      action={
        <Button type="submit" variant="danger" busy={isPending} disabled={!into}>
          Merge tags
        </Button>
      }
    >
      <AnyProblem problem={problem} />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-note font-medium">
          Merge into
        </span>
        <Select
          label="Merge into"
          value={chosen}
          options={[
            ...(chosen === null ? [{ value: null, label: 'Choose a tag' }] : []),
            ...others.map(({ id, name }) => ({ value: id as string | null, label: name })),
          ]}
          onValueChange={setChosen}
          className={`${fieldLook} w-full text-ink`}
        />
      </div>
      <p>
        {tag.people === 0
          ? `Nobody has “${tag.name}”.`
          : `${people(tag.people)} with “${tag.name}” will have ${into ? `“${into.name}”` : 'the other tag'} instead.`}
        {` “${tag.name}” is then gone. You cannot undo this.`}
      </p>
    </AskDialog>
  )
}
