'use client'

import { useState } from 'react'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { settings } from '@/lib/query/settings'

const empty = { current: '', next: '' }

export function PasswordForm({ email }: { email: string | null }) {
  const [fields, setFields] = useState(empty)
  const [saved, setSaved] = useState(false)
  const { busy, problem, change } = useChange({
    mutationFn: ({ current, next }: typeof empty) => settings.changePassword(current, next),
    done: 'The password is changed.',
    onSuccess() {
      setFields(empty)
      setSaved(true)
    },
  })
  return (
    <form
      method="post"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setSaved(false)
        change(fields)
      }}
    >
      <AnyProblem problem={problem} />
      {/* So that a password manager knows whose it is. */}
      <input hidden readOnly autoComplete="username" value={email ?? ''} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={fields.current}
          onChange={({ target }) => setFields({ ...fields, current: target.value })}
        />
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          hint="At least 12 characters."
          value={fields.next}
          onChange={({ target }) => setFields({ ...fields, next: target.value })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          Change the password
        </Button>
        {saved ? <span className="text-note text-good">Changed.</span> : null}
      </div>
    </form>
  )
}
