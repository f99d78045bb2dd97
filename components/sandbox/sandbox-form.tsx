'use client'

import { type ReactNode, useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
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
  const [answer, setAnswer] = useState<Answer>(null)
  const { write, isPending, problem } = useWrite({
    mutationFn: (form: FormData) => action(null, form),
    onSuccess(next) {
      setAnswer(next)
      if (next) announce(next.text)
    },
  })
  return (
    <section className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <h2 className="font-semibold">{title}</h2>
      <form
        className="mt-2.5 flex flex-wrap items-end gap-x-3 gap-y-2.5"
        // Not `action`, which empties the form afterwards: who tries things tries the same one twice.
        onSubmit={(event) => {
          event.preventDefault()
          write(new FormData(event.currentTarget))
        }}
      >
        {children}
        <Button type="submit" busy={isPending}>
          {submit}
        </Button>
      </form>
      {problem ? (
        <p role="alert" className="mt-2 text-note text-danger">
          {`${problem.title}. ${problem.detail}`}
        </p>
      ) : answer ? (
        <p className={`mt-2 text-note ${answer.ok ? 'text-muted' : 'text-danger'}`}>{answer.text}</p>
      ) : null}
    </section>
  )
}
