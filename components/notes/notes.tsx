'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRecordField } from '@/components/shared/record-fields'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { NotesMark } from '@/lib/contracts/decisions'
import type { Note } from '@/lib/contracts/notes'
import { noteCalls, notesQuery } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'
import { NoteField } from './note-field'
import { NoteItem } from './note-item'
import { useDraft } from './use-draft'
import { useMark } from './use-record'

type Props = { jobRef: JobRef; applicationId: string }

function toMark(notes: readonly Note[]): NotesMark | undefined {
  const [latest] = notes
  return latest && { count: notes.length, latest: { text: latest.text, by: latest.by, at: latest.at } }
}

/** What the team wrote about somebody, newest first, and where one writes more. */
export function Notes({ jobRef, applicationId }: Props) {
  const client = useQueryClient()
  const setMark = useMark(jobRef, applicationId)
  const [draft, setDraft] = useDraft(jobRef, applicationId)
  const [mentions, setMentions] = useState<readonly string[]>([])
  const fieldRef = useRecordField('note', applicationId)
  const query = notesQuery(jobRef, applicationId)
  const { data } = useQuery(query)
  const notes = data?.items ?? []
  const refresh = async () => {
    const { items } = await noteCalls.list(jobRef, applicationId)
    client.setQueryData(query.queryKey, { items })
    setMark('notes', toMark(items))
  }
  const { isPending, problem, write } = useWrite({
    mutationFn: () => noteCalls.add(jobRef, applicationId, { text: draft, mentions: [...mentions] }),
    async onSuccess() {
      setDraft('')
      announce('The note is saved.')
      await refresh()
    },
  })
  return (
    <section aria-label="Notes" className="flex flex-col gap-2 text-note">
      <h2 className="text-small font-semibold text-muted">Notes</h2>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          write()
        }}
      >
        <AnyProblem problem={problem} />
        <NoteField
          label="Write a note"
          value={draft}
          fieldRef={fieldRef}
          onChange={(text, chosen) => {
            setDraft(text)
            setMentions(chosen)
          }}
        />
        {draft.trim() === '' ? null : (
          <div>
            <Button type="submit" busy={isPending}>
              Save note
            </Button>
          </div>
        )}
      </form>
      {notes.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {notes.map((note) => (
            <NoteItem key={note.id} {...{ jobRef, applicationId, note }} onChanged={() => void refresh()} />
          ))}
        </ul>
      )}
    </section>
  )
}
