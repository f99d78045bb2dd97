'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { WrittenDay } from '@/components/shared/written-day'
import type { GuestLink, OpenGuestLink } from '@/lib/contracts/guest'
import { guestBff, guestKeys } from '@/lib/query/guest'
import { toProblem } from '@/lib/query/http'

type Props = {
  token: string
  link: OpenGuestLink
  /** What the guest called themselves; '' for nothing yet. */
  guestName: string
}

/** What a guest is asked by whoever sent the link, how far they are, and the button that says they are done. */
export function GuestRequest({ token, link, guestName }: Props) {
  const { addressee, message, dueOn, mayRespond, voted, people, done } = link
  const client = useQueryClient()
  const { number } = useFormats()
  const finish = useMutation({
    mutationFn: (isDone: boolean) => guestBff.finish(token, { done: isDone, name: guestName || null }),
    onSuccess(answer) {
      client.setQueryData<GuestLink>(
        guestKeys.link(token),
        (data) => data && (data.locked ? data : { ...data, done: answer.done }),
      )
      announce(answer.done ? 'The hiring team was told that you are done' : 'Taken back')
    },
  })
  if (addressee === null && message === null && dueOn === null) return null
  return (
    <section
      aria-label="What you are asked"
      className="mx-5 mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 rounded-panel border border-line bg-panel px-4 py-3 card:mx-4"
    >
      <div className="min-w-0 flex-1 basis-72">
        {addressee === null ? null : (
          <p className="font-medium wrap-anywhere">
            For <Bdi>{addressee}</Bdi>
          </p>
        )}
        {message === null ? null : (
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {message}
          </p>
        )}
        <p className="text-note text-muted">
          {dueOn === null || done ? null : (
            <>
              Please answer by <WrittenDay day={dueOn} />
              {mayRespond ? ' · ' : null}
            </>
          )}
          {mayRespond ? `You voted on ${number(Math.min(voted, people))} of ${number(people)}` : null}
        </p>
      </div>
      {mayRespond ? (
        <div className="flex items-center gap-3">
          {done ? <p className="text-note text-good">The hiring team knows that you are done.</p> : null}
          <Button
            variant={done ? 'ghost' : 'primary'}
            busy={finish.isPending}
            onClick={() => finish.mutate(!done)}
          >
            {done ? 'Not done yet' : 'Tell the team you’re done'}
          </Button>
        </div>
      ) : null}
      {finish.isError ? (
        <p role="alert" className="basis-full text-note text-danger">
          {toProblem(finish.error).detail}
        </p>
      ) : null}
    </section>
  )
}
