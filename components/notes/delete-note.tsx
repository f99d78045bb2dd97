'use client'

import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { Note } from '@/lib/contracts/notes'
import { noteCalls } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'

export type DeleteNoteProps = {
  jobRef: JobRef
  applicationId: string
  note: Note
  onChanged: () => void
  onClose: () => void
}

/** Asks before a note is deleted. */
export function DeleteNote({ jobRef, applicationId, note, onChanged, onClose }: DeleteNoteProps) {
  const { isPending, problem, write } = useWrite({
    mutationFn: () => noteCalls.remove(jobRef, applicationId, note.id),
    onSuccess() {
      announce('The note is deleted.')
      onClose()
      onChanged()
    },
  })
  return (
    <AskDialog
      title="Delete this note?"
      onClose={onClose}
      onConfirm={() => write()}
      action={
        <Button type="submit" variant="primary" busy={isPending}>
          Delete note
        </Button>
      }
    >
      <p>Nobody will see it any more. It stays in the person’s data until they are erased.</p>
      <AnyProblem problem={problem} />
    </AskDialog>
  )
}
