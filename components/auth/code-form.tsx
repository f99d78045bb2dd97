'use client'

import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { authQueries } from '@/lib/query/auth'
import { AuthForm } from './auth-form'

type Props = { onEntered: () => void; onBack: () => void }

/** The second factor: a code of the authenticator, or one of the recovery codes. */
export function CodeForm({ onEntered, onBack }: Props) {
  const [recovery, setRecovery] = useState(false)
  const { write, isPending, problem, reset } = useWrite({
    mutationFn: (code: string) =>
      recovery ? authQueries.verifyRecoveryCode(code) : authQueries.verifyCode(code.replace(/\s/g, '')),
    onSuccess: onEntered,
  })
  const change = () => {
    setRecovery(!recovery)
    reset()
  }
  return (
    <AuthForm
      title="One more step"
      intro={
        recovery
          ? 'Enter one of your recovery codes. Each works once.'
          : 'Enter the 6-digit code from your authenticator app.'
      }
      problem={problem}
      onSubmit={(typed) => write(typed('code'))}
    >
      <TextField
        key={String(recovery)}
        label={recovery ? 'Recovery code' : 'Code'}
        name="code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        required
        autoFocus
      />
      <SubmitButton className="w-full" busy={isPending}>
        Continue
      </SubmitButton>
      <div className="flex flex-wrap gap-2">
        <Button variant="ghost" onClick={change}>
          {recovery ? 'Use the authenticator' : 'Use a recovery code'}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          Start over
        </Button>
      </div>
    </AuthForm>
  )
}
