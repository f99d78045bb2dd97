'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { lazyPart } from '@/components/shared/lazy-part'
import { LocalTime } from '@/components/shared/local-time'
import { useReader } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import { useWrite } from '@/components/shared/use-write'
import { WaitingDialog } from '@/components/shared/waiting'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Note } from '@/lib/contracts/notes'
import { noteCalls, noteKeys } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'
import type { DeleteNoteProps } from './delete-note'
import type { MarkdownProps } from './markdown'
import { NoteField } from './note-field'
import { useMembers } from './use-record'

// Until what draws it is there, a note reads as it was typed.
const Markdown = lazyPart<MarkdownProps>(
  async () => (await import('./markdown')).Markdown,
  ({ text }) => (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {text}
    </p>
  ),
)
const DeleteNote = lazyPart<DeleteNoteProps>(
  async () => (await import('./delete-note')).DeleteNote,
  (props) => <WaitingDialog label="Delete this note?" anchor={() => null} {...props} />,
)

type Props = { jobRef: JobRef; applicationId: string; note: Note; onChanged: () => void }

const seenTime = ({ at, editedAt }: Note) => editedAt ?? at

function Editor({ jobRef, applicationId, note, onChanged, onClose }: Props & { onClose: () => void }) {
  const [text, setText] = useState(note.text)
  const [mentions, setMentions] = useState<readonly string[]>([])
  const [expected, setExpected] = useState(seenTime(note))
  const { isPending, problem, write } = useWrite({
    mutationFn: () =>
      noteCalls.edit(jobRef, applicationId, note.id, { text, mentions: [...mentions], expected }),
    onSuccess() {
      announce('The note is saved.')
      onChanged()
      onClose()
    },
  })
  const clash = problem?.note
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      {problem ? (
        <ProblemNote title={problem.title}>
          {problem.detail}
          {clash ? (
            <span className="mt-1 block whitespace-pre-wrap">
              It says now: <Bdi>{clash.current.text}</Bdi>
            </span>
          ) : null}
        </ProblemNote>
      ) : null}
      <NoteField
        label="Change the note"
        value={text}
        autoFocus
        onChange={(changed, chosen) => {
          setText(changed)
          setMentions(chosen)
        }}
      />
      <div className="flex flex-wrap gap-2">
        {clash ? (
          <Button onClick={() => setExpected(seenTime(clash.current))}>Replace it with mine</Button>
        ) : null}
        <Button type="submit" variant="primary" busy={isPending} disabled={text.trim() === ''}>
          Save note
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

function Earlier({ jobRef, applicationId, note }: Omit<Props, 'onChanged'>) {
  const { data } = useQuery({
    queryKey: [...noteKeys.notes(jobRef, applicationId), note.id, note.earlier],
    queryFn: ({ signal }) => noteCalls.history(jobRef, applicationId, note.id, signal),
  })
  return (
    <ol
      aria-label="Earlier texts"
      className="mt-1 flex flex-col gap-1 border-s-2 border-line ps-2 text-muted"
    >
      {data?.earlier.map(({ text, at }, index) => (
        <li key={index} className="wrap-anywhere whitespace-pre-wrap">
          <LocalTime iso={at} format="moment" />: <Bdi>{text}</Bdi>
        </li>
      ))}
    </ol>
  )
}

const small = 'min-h-6 rounded-control px-1 hover:bg-soft hover:text-ink'

/** One note: what it says, who wrote it, and what its author can do with it. */
export function NoteItem(props: Props) {
  const { note } = props
  const { id, role } = useReader()
  const members = useMembers()
  const [state, setState] = useState<'shown' | 'editing' | 'deleting'>('shown')
  const [earlier, setEarlier] = useState(false)
  const show = () => setState('shown')
  const isMine = note.by.id === id
  return (
    <li className="rounded-control border border-line bg-panel px-3 py-2">
      {state === 'editing' ? (
        <Editor {...props} onClose={show} />
      ) : (
        <>
          <Markdown text={note.text} members={members} />
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-muted">
            <span>
              <Bdi>{note.by.name}</Bdi>, <LocalTime iso={note.at} format="moment" />
            </span>
            {note.earlier > 0 ? (
              <button
                type="button"
                aria-expanded={earlier}
                className={small}
                onClick={() => setEarlier(!earlier)}
              >
                edited
              </button>
            ) : null}
            {isMine ? (
              <button type="button" className={small} onClick={() => setState('editing')}>
                Edit<span className="sr-only"> note</span>
              </button>
            ) : null}
            {isMine || role === 'owner' ? (
              <button type="button" className={small} onClick={() => setState('deleting')}>
                Delete<span className="sr-only"> note</span>
              </button>
            ) : null}
          </p>
          {earlier ? <Earlier {...props} /> : null}
        </>
      )}
      {state === 'deleting' ? <DeleteNote {...props} onClose={show} /> : null}
    </li>
  )
}
