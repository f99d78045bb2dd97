'use client'

import { notifyManager, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { GuestPerson, OwnResponse } from '@/lib/contracts/guest'
import type { Vote } from '@/lib/contracts/votes'
import { guestBff } from '@/lib/query/guest'
import { type Draft, getDraft, keepDraft } from './drafts'
import { keepResponse } from './keep-response'

type Part = Partial<OwnResponse>
const nothing: OwnResponse = { vote: null, comment: null }

/** What a guest says of a person: what the team has of it, what is not sent yet, and the sending of either part. */
export function useResponse(token: string, { ref, mine }: GuestPerson, onName: (name: string) => void) {
  const client = useQueryClient()
  const had = mine ?? nothing
  // Calls go out one after the other, each beside what the one before it left.
  const latest = useRef(had)
  const [draft, setDraft] = useState<Draft>(
    () => getDraft(token, ref) ?? { comment: had.comment ?? '', vote: null },
  )
  const change = (next: Draft) => {
    setDraft(next)
    const isSent = next.vote === null && next.comment.trim() === (latest.current.comment ?? '')
    keepDraft(token, ref, isSent ? null : next)
  }
  // Set as the press happens: a radio whose state follows a task later jumps back in between.
  const [pressed, setPressed] = useState<Vote | null>()
  const mutationKey = ['response', token, ref]
  const mutation = useMutation({
    mutationKey,
    scope: { id: `response ${token}/${ref}` },
    mutationFn: ({ name, ...part }: Part & { name: string }) =>
      guestBff.respond(token, ref, { ...latest.current, ...part, name }),
    onSuccess(said, { name, ...part }) {
      latest.current = said
      keepResponse(client, token, ref, said)
      onName(name)
      // What was typed meanwhile stays; the row may be closed by now.
      const now = getDraft(token, ref)?.comment ?? said.comment ?? ''
      const isSent = part.comment !== undefined && (part.vote === null || now.trim() === (part.comment ?? ''))
      const comment = isSent ? (said.comment ?? '') : now
      keepDraft(token, ref, comment.trim() === (said.comment ?? '') ? null : { comment, vote: null })
      setDraft({ comment, vote: null })
      announce(said.vote === null && said.comment === null ? 'Taken back' : 'Sent to the hiring team')
    },
    onSettled() {
      // After the answer has reached the row, and only for the last of several presses.
      if (client.isMutating({ mutationKey }) === 1) notifyManager.schedule(() => setPressed(undefined))
    },
  })
  const send = (part: Part & { name: string }) => {
    if (part.vote !== undefined) setPressed(part.vote)
    mutation.mutate(part)
  }
  return {
    had,
    draft,
    change,
    send,
    isSending: mutation.isPending,
    error: mutation.error,
    vote: pressed === undefined ? (draft.vote ?? had.vote) : pressed,
  }
}
