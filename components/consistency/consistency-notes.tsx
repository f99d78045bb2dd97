'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ConsistencyNote } from '@/lib/contracts/consistency'
import { consistencyQuery } from '@/lib/query/consistency'
import type { JobRef } from '@/lib/url/paths'
import { NoteItem } from './note-item'

type Props = { jobRef: JobRef; applicationId: string }

/** What does not fit together about somebody, by plain rules; nothing where all of it does. Resolved notes are folded. */
export function ConsistencyNotes({ jobRef, applicationId }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { data } = useQuery(consistencyQuery(jobRef, applicationId))
  const items = data?.items ?? []
  if (items.length === 0) return null
  const open = items.filter(({ resolved }) => resolved === null)
  const resolved = items.filter((each) => each.resolved !== null)
  const list = (notes: readonly ConsistencyNote[]) => (
    <ul className="flex flex-col gap-3">
      {notes.map((note) => (
        <NoteItem
          key={note.key}
          {...{ jobRef, applicationId, note }}
          // The button that was pressed is gone from where it was.
          onMoved={() => heading.current?.focus()}
        />
      ))}
    </ul>
  )
  return (
    <section aria-label="Consistency" className="flex flex-col gap-2 text-note">
      <h2 ref={heading} tabIndex={-1} className="rounded-mark text-small font-semibold text-muted">
        Consistency
      </h2>
      <p className="text-muted">
        Found by comparing what is stored, word for word and date for date. It does not say why, and there may
        be a good reason.
      </p>
      {open.length === 0 ? null : list(open)}
      {resolved.length === 0 ? null : (
        <details>
          <summary className="flex min-h-6 w-fit items-center rounded-mark text-muted hover:text-ink">
            {resolved.length} resolved
          </summary>
          <div className="mt-1">{list(resolved)}</div>
        </details>
      )}
    </section>
  )
}
