'use client'

import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { TeamTag } from '@/lib/contracts/tags'
import { noteCalls } from '@/lib/query/notes'

type Props = { tag: TeamTag; onDeleted: () => void; onClose: () => void }

/** Asks before a tag is taken from everyone, and says from how many. */
export function DeleteTag({ tag, onDeleted, onClose }: Props) {
  const { people } = useFormats()
  const { isPending, problem, write } = useWrite({
    mutationFn: () => noteCalls.deleteTag(tag.id),
    onSuccess: onDeleted,
  })
  return (
    <AskDialog
      title={`Delete “${tag.name}”?`}
      onClose={onClose}
      onConfirm={() => write()}
      action={
        <Button type="submit" variant="danger" busy={isPending}>
          Delete tag
        </Button>
      }
    >
      <AnyProblem problem={problem} />
      <p>
        {tag.people === 0 ? 'Nobody has it.' : `It is removed from ${people(tag.people)}.`}
        {' You cannot undo this.'}
      </p>
    </AskDialog>
  )
}
