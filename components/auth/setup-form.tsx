'use client'

import { useWrite } from '@/components/shared/use-write'
import { SubmitButton } from '@/components/ui/submit-button'
import { leaveTo } from '@/components/ui/leave-to'
import { TextField } from '@/components/ui/text-field'
import { authQueries } from '@/lib/query/auth'
import { AuthForm } from './auth-form'
import { passwordHint } from './password-hint'

/** Makes the first owner, who lets everyone else in. */
export function SetupForm() {
  const { write, isPending, problem } = useWrite({
    async mutationFn(typed: (name: string) => string) {
      const [email, password] = [typed('email'), typed('password')]
      await authQueries.setUp({ token: typed('token'), name: typed('name'), email, password })
      await authQueries.signIn(email, password)
    },
    onSuccess: () => leaveTo('/'),
  })
  return (
    <AuthForm
      title="Set up Shortlist"
      intro="Create the first owner account. The owner can then invite others."
      problem={problem}
      onSubmit={write}
    >
      <TextField
        label="Setup token"
        type="password"
        autoComplete="off"
        autoFocus
        name="token"
        required
        hint="SETUP_TOKEN, or the token that the server printed when it started."
      />
      <TextField label="Your name" autoComplete="name" maxLength={80} name="name" required />
      <TextField label="E-mail" type="email" autoComplete="username" name="email" required />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        name="password"
        required
        hint={passwordHint}
      />
      <SubmitButton className="w-full" busy={isPending}>
        Create account
      </SubmitButton>
    </AuthForm>
  )
}
