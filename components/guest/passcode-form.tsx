'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { toProblem } from '@/lib/query/http'
import { guestBff, guestKeys } from '@/lib/query/guest'

/** Stands before a link that asks for a passcode. */
export function PasscodeForm({ token }: { token: string }) {
  const id = useId()
  const client = useQueryClient()
  const open = useMutation({
    mutationFn: (passcode: string) => guestBff.passcode(token, passcode),
    onSuccess: () => client.invalidateQueries({ queryKey: guestKeys.link(token) }),
  })
  const problem = open.isError ? toProblem(open.error) : null
  return (
    <form
      // Sent by the browser itself, before scripts run, it would go in a body and never in an address.
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate(String(new FormData(event.currentTarget).get('passcode')))
      }}
      className="mx-auto flex min-h-full w-full max-w-md flex-col justify-center px-6 pt-10 pb-24"
    >
      <h1 className="text-title font-semibold tracking-tight">This list is behind a passcode</h1>
      <p className="mt-2 text-muted">Whoever sent you the link has it.</p>
      <label htmlFor={id} className="mt-5 mb-1 text-note font-medium">
        Passcode
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="password"
          name="passcode"
          required
          maxLength={200}
          autoComplete="off"
          autoFocus
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-why` : undefined}
          className="h-10 min-w-0 flex-1 rounded-control border border-edge bg-panel px-3"
        />
        <SubmitButton busy={open.isPending} className="h-10">
          Open the list
        </SubmitButton>
      </div>
      <p id={`${id}-why`} role="alert" className="mt-2 min-h-10 text-note text-danger">
        {problem ? `${problem.title}. ${problem.detail}` : null}
      </p>
    </form>
  )
}
