'use client'

import { type ReactNode, startTransition, useActionState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'

type Answer = { ok: boolean; text: string } | null
type Props = {
  title: string
  submit: string
  action: (before: Answer, form: FormData) => Promise<Answer>
  children: ReactNode
}

/** One thing that can be made to happen, and what came of it. */
export function SandboxForm({ title, submit, action, children }: Props) {
  const [answer, act, pending] = useActionState(async (before: Answer, form: FormData) => {
    const next = await action(before, form)
    if (next) announce(next.text)
    return next
  }, null)
  return (
    <section className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <h2 className="font-semibold">{title}</h2>
      <form
        className="mt-2.5 flex flex-wrap items-end gap-x-3 gap-y-2.5"
        // Not `action`, which empties the form afterwards: who tries things tries the same one twice.
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          if (!pending) startTransition(() => act(form))
        }}
      >
        {children}
        <Button type="submit" busy={pending}>
          {submit}
        </Button>
      </form>
      {answer ? (
        <p className={`mt-2 text-note ${answer.ok ? 'text-muted' : 'text-danger'}`}>{answer.text}</p>
      ) : null}
    </section>
  )
}
