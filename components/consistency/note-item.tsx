import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LocalTime } from '@/components/shared/local-time'
import { useMay } from '@/components/shared/reader'
import { ReasonForm } from '@/components/shared/reason-form'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { ConsistencyNote, ConsistencyNotes, ConsistencyRequest } from '@/lib/contracts/consistency'
import { consistencyQuery, isConsistency, resolveNote } from '@/lib/query/consistency'
import type { JobRef } from '@/lib/url/paths'
import { NoteSides } from './note-sides'

type Props = {
  jobRef: JobRef
  applicationId: string
  note: ConsistencyNote
  /** Called once it stands among the others of its kind. */
  onMoved: () => void
}

function Resolution({ note: { resolved } }: Pick<Props, 'note'>) {
  const { number } = useFormats()
  if (resolved === null) return null
  const { by, at, reason, since } = resolved
  return (
    <p>
      Resolved by <Bdi>{by.name}</Bdi>, <LocalTime iso={at} format="date" />: <Bdi>{reason}</Bdi>
      {since === 0 ? null : (
        <span className="text-muted">
          {' '}
          {since === 1 ? 'One application has' : `${number(since)} applications have`} come since.
        </span>
      )}
    </p>
  )
}

/** One note: what was compared, both sides, and the reason with which a member resolved it. */
export function NoteItem({ jobRef, applicationId, note, onMoved }: Props) {
  const mayDecide = useMay('decide')
  const client = useQueryClient()
  const [reason, setReason] = useState<string | null>(null)
  const { isPending, problem, write } = useWrite({
    mutationFn: (request: ConsistencyRequest) => resolveNote(jobRef, applicationId, note.key, request),
    onSuccess(answer: ConsistencyNotes, { resolved }) {
      client.setQueryData(consistencyQuery(jobRef, applicationId).queryKey, answer)
      // The note is resolved on its other side as well.
      void client.invalidateQueries({ predicate: isConsistency, refetchType: 'none' })
      setReason(null)
      announce(resolved ? 'The note is resolved.' : 'The note is open again.')
      onMoved()
    },
  })
  return (
    <li className="flex flex-col gap-1">
      <p className="wrap-anywhere">
        <Bdi>{note.summary}</Bdi>
      </p>
      <NoteSides jobRef={jobRef} note={note} />
      <Resolution note={note} />
      {reason === null ? null : (
        <ReasonForm
          label="Why it is settled"
          action="Resolve note"
          reason={reason}
          busy={isPending}
          onChange={setReason}
          onSubmit={() => write({ resolved: true, reason })}
          onCancel={() => setReason(null)}
        />
      )}
      <AnyProblem problem={problem} />
      {mayDecide && reason === null ? (
        <div>
          {note.resolved ? (
            <Button variant="ghost" busy={isPending} onClick={() => write({ resolved: false })}>
              Reopen<span className="sr-only">: {note.summary}</span>
            </Button>
          ) : (
            <Button variant="ghost" onClick={() => setReason('')}>
              Resolve<span className="sr-only">: {note.summary}</span>
            </Button>
          )}
        </div>
      ) : null}
    </li>
  )
}
