'use client'

import { type ReactNode, useActionState } from 'react'
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
  const [answer, act, pending] = useActionState(action, null)
  return (
    <section aria-label={title} className="rounded-panel border border-line bg-panel p-4">
      <h2 className="font-semibold">{title}</h2>
      <form action={act} className="mt-3 flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit" busy={pending} className="h-9">
          {submit}
        </Button>
      </form>
      <p
        role="status"
        className={`mt-2 min-h-5 text-note ${answer && !answer.ok ? 'text-danger' : 'text-muted'}`}
      >
        {answer?.text}
      </p>
    </section>
  )
}
