'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { voteLabels } from '@/components/ui/vote-words'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { Vote } from '@/lib/contracts/votes'
import { problemOf } from '@/lib/query/http'
import { guestBff } from '@/lib/query/guest'
import { keepResponse } from './keep-response'

const votes = Object.keys(voteLabels) as Vote[]
const field =
  'w-full rounded-control border border-edge/60 bg-panel px-2.5 py-1.5 placeholder:text-faint focus-visible:-outline-offset-1'

type Props = {
  token: string
  person: GuestPerson
  /** What they are called here. */
  called: string
  /** The name the guest gave before; '' for none. */
  guestName: string
  onName: (name: string) => void
}

/** A guest's vote and comment on a person, under a name they type. */
export function VoteForm({ token, person, called, guestName, onName }: Props) {
  const { ref, mine } = person
  const id = useId()
  const client = useQueryClient()
  const [vote, setVote] = useState<Vote | null>(mine?.vote ?? null)
  const [comment, setComment] = useState(mine?.comment ?? '')
  const [name, setName] = useState(guestName)
  const send = useMutation({
    mutationFn: (said: { vote: Vote | null; comment: string | null }) =>
      guestBff.respond(token, ref, { ...said, name }),
    onSuccess(said) {
      setVote(said.vote)
      setComment(said.comment ?? '')
      onName(name.trim())
      keepResponse(client, token, ref, said)
      announce(said.vote === null && said.comment === null ? 'Taken back' : 'Sent to the hiring team')
    },
  })

  const written = comment.trim() === '' ? null : comment.trim()
  const said = mine !== null && (mine.vote !== null || mine.comment !== null)
  const changed = vote !== (mine?.vote ?? null) || written !== (mine?.comment ?? null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate({ vote, comment: written })
  }

  return (
    <form
      aria-label={`Your vote on ${called}`}
      onSubmit={onSubmit}
      className="m-4 flex flex-wrap items-end gap-x-4 gap-y-3 rounded-panel border border-line bg-panel p-3.5 card:mx-3"
    >
      <fieldset>
        <legend className="mb-1 text-note text-muted">Your vote</legend>
        <div className="flex gap-1.5">
          {votes.map((each) => (
            <label key={each} className="relative">
              <input
                type="radio"
                name={`${id}-vote`}
                value={each}
                checked={vote === each}
                onChange={() => setVote(each)}
                className="peer absolute inset-0 size-full cursor-pointer opacity-0"
              />
              <span className="inline-flex h-8 items-center rounded-control border border-edge/60 px-3 text-note font-medium peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent card:h-10">
                {voteLabels[each]}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="min-w-56 flex-[3_1_16rem]">
        <span className="mb-1 block text-note text-muted">Comment for the hiring team</span>
        <textarea
          value={comment}
          onChange={(event) => setComment(event.target.value)}
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
          maxLength={80}
          required
          autoComplete="name"
          dir="auto"
          className={`${field} h-8 card:h-10`}
        />
      </label>
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={send.isPending}
          disabled={!changed || (!said && vote === null && written === null)}
        >
          {said ? 'Change' : 'Send'}
        </Button>
        {said ? (
          <Button
            variant="ghost"
            disabled={send.isPending}
            onClick={() => send.mutate({ vote: null, comment: null })}
          >
            Take back
          </Button>
        ) : null}
      </div>
      <p role="status" className="basis-full text-note text-muted empty:hidden">
        {send.isError ? (
          <span className="text-danger">{problemOf(send.error).detail}</span>
        ) : said && !changed ? (
          'The hiring team has this. You can change it as long as the link works.'
        ) : null}
      </p>
    </form>
  )
}
