'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { useAttempt } from '@/components/ui/use-attempt'
import { authQueries } from '@/lib/query/auth'
import { toProblem } from '@/lib/query/http'
import { AuthForm } from './auth-form'

type Props = { onEntered: () => void; onBack: () => void }

/** The second factor: a code of the authenticator, or one of the recovery codes. */
export function CodeForm({ onEntered, onBack }: Props) {
  const [recovery, setRecovery] = useState(false)
  const attempt = useAttempt(toProblem)
  const submit = (code: string) =>
    attempt.run(async () => {
      await (recovery
        ? authQueries.verifyRecoveryCode(code)
        : authQueries.verifyCode(code.replace(/\s/g, '')))
      onEntered()
    })
  const change = () => {
    setRecovery(!recovery)
    attempt.clear()
  }
  return (
    <AuthForm
      title="One more step"
      intro={
        recovery
          ? 'Enter one of your recovery codes. Each works once.'
          : 'Enter the 6-digit code from your authenticator app.'
      }
      problem={attempt.problem}
      onSubmit={(typed) => void submit(typed('code'))}
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
      <Button type="submit" variant="primary" className="w-full" busy={attempt.busy}>
        Continue
      </Button>
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
