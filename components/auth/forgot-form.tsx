'use client'

import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { authQueries } from '@/lib/query/auth'
import { AuthForm } from './auth-form'

type Props = { email: string; mail: boolean; onBack: () => void }

/** A new password by a link, where mail can be sent; else whom to ask. */
export function ForgotForm({ email, mail, onBack }: Props) {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { write, isPending, problem } = useWrite({
    mutationFn: authQueries.askForReset,
    onSuccess: (_, to: string) => setSentTo(to),
  })
  const back = (
    <Button variant="ghost" onClick={onBack}>
      Back to sign-in
    </Button>
  )
  if (!mail || sentTo !== null) {
    return (
      <div className="flex flex-col gap-4">
        <h1 className="text-title font-semibold tracking-tight">A new password</h1>
        <p role="status" className="text-muted">
          {sentTo !== null
            ? `If ${sentTo} has an account here, a link is on its way. It expires in an hour.`
            : 'This server can’t send e-mail. An owner can create a link for you under Settings, People.'}
        </p>
        <div>{back}</div>
      </div>
    )
  }
  return (
    <AuthForm
      title="A new password"
      intro="We’ll e-mail you a link to choose it."
      problem={problem}
      onSubmit={(typed) => write(typed('email'))}
    >
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        required
        autoFocus
        defaultValue={email}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy={isPending}>Send link</SubmitButton>
        {back}
      </div>
    </AuthForm>
  )
}
