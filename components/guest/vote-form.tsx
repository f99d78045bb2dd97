'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { Vote } from '@/lib/contracts/votes'
import { toProblem } from '@/lib/query/http'
import { useResponse } from './use-response'
import { VoteChoice } from './vote-choice'

const field =
  'w-full rounded-control border border-edge bg-panel px-2.5 py-1.5 placeholder:text-faint focus-visible:-outline-offset-1'

type Props = {
  token: string
  person: GuestPerson
  /** What they are called here. */
  called: string
  /** The name the guest gave before; '' for none. */
  guestName: string
  onName: (name: string) => void
}

/** A guest's vote, sent when pressed, and comment, sent by its button, on a person, under a name they type. */
export function VoteForm({ token, person, called, guestName, onName }: Props) {
  const [name, setName] = useState(guestName)
  const { had, draft, change, send, isSending, error, vote } = useResponse(token, person, onName)
  const by = name.trim()
  const written = draft.comment.trim() === '' ? null : draft.comment.trim()
  const said = had.vote !== null || had.comment !== null
  const typed = written !== had.comment
  const onVote = (pressed: Vote) => {
    if (by === '') change({ ...draft, vote: pressed })
    else send({ vote: pressed, name: by })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const part = {
      ...(draft.vote === null ? {} : { vote: draft.vote }),
      ...(typed ? { comment: written } : {}),
    }
    if (Object.keys(part).length > 0 && !isSending) send({ ...part, name: by })
  }
  const waits =
    draft.vote !== null
      ? 'Add your name to send your vote.'
      : typed
        ? 'Your comment is not sent yet.'
        : said
          ? 'Sent. You can change it until the link expires.'
          : null

  return (
    <form
      aria-label={`Your vote on ${called}`}
      onSubmit={onSubmit}
      className="m-4 flex flex-wrap items-end gap-x-4 gap-y-3 rounded-panel border border-line bg-panel p-3.5 card:mx-3"
    >
      <VoteChoice value={vote} unsent={draft.vote} onVote={onVote} />
      <label className="min-w-56 flex-[3_1_16rem]">
        <span className="mb-1 block text-note text-muted">Comment for the hiring team</span>
        <textarea
          value={draft.comment}
          onChange={(event) => change({ ...draft, comment: event.target.value })}
          maxLength={2_000}
          rows={1}
          dir="auto"
          className={`${field} block field-sizing-content min-h-8 card:min-h-10`}
        />
      </label>
      <label className="min-w-40 flex-[1_1_10rem]">
        <span className="mb-1 block text-note text-muted">Your name</span>
        <input
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => onName(by)}
          maxLength={80}
          required
          autoComplete="name"
          dir="auto"
          className={`${field} h-8 card:h-10`}
        />
      </label>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={isSending} disabled={draft.vote === null && !typed}>
          {draft.vote !== null ? 'Send' : had.comment === null ? 'Send the comment' : 'Change the comment'}
        </Button>
        {said ? (
          <Button
            variant="ghost"
            disabled={isSending}
            onClick={() => send({ vote: null, comment: null, name: by || guestName })}
          >
            Take back
          </Button>
        ) : null}
      </div>
      <p role="status" className="basis-full text-note text-muted empty:hidden">
        {error ? <span className="text-danger">{toProblem(error).detail}</span> : waits}
      </p>
    </form>
  )
}
