'use client'

import { useState } from 'react'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { settings } from '@/lib/query/settings'

/** How one is called, in the ledger and towards others. */
export function NameForm({ name, email }: { name: string; email: string | null }) {
  const [text, setText] = useState(name)
  const { busy, problem, change } = useChange({ mutationFn: settings.rename, done: 'The name is saved.' })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        change(text)
      }}
    >
      <AnyProblem problem={problem} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          autoComplete="name"
          required
          maxLength={80}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <TextField label="E-mail" readOnly value={email ?? ''} />
      </div>
      <div>
        <Button type="submit" busy={busy} disabled={text.trim() === name}>
          Save the name
        </Button>
      </div>
    </form>
  )
}
