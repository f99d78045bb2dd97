'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { SubmitButton } from '@/components/ui/submit-button'
import { buttonLook } from '@/components/ui/button-look'
import { ProblemNote } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { Link } from '@/components/ui/link'
import { authQueries } from '@/lib/query/auth'
import { toProblem } from '@/lib/query/http'
import { AuthForm } from './auth-form'
import { passwordHint } from './password-hint'
import { useLinkToken } from './use-link-token'

/** A new password, by a link that works once. */
export function NewPasswordForm() {
  const token = useLinkToken()
  const [changed, setChanged] = useState(false)
  const { write, isPending, problem } = useWrite({
    mutationFn: (password: string) => authQueries.resetPassword(token ?? '', password),
    onSuccess: () => setChanged(true),
  })
  const { data, error } = useQuery({
    queryKey: ['reset-link', token],
    queryFn: () => authQueries.lookAtResetLink(token ?? ''),
    enabled: Boolean(token),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (changed) {
    return (
      <div className="flex flex-col gap-4">
        <h1 className="text-title font-semibold tracking-tight">Password changed</h1>
        <p role="status" className="text-muted">
          You are signed out everywhere. Sign in with the new one.
        </p>
        <div>
          <Link href="/sign-in" className={buttonLook('primary')}>
            Sign in
          </Link>
        </div>
      </div>
    )
  }
  if (token === '') {
    return (
      <ProblemNote title="This link is incomplete">
        The part after the # is missing. Open the link from the e-mail itself, or copy all of it into the
        address bar. If that does not help, ask for a new one.
      </ProblemNote>
    )
  }
  if (error) {
    const { title, detail } = toProblem(error)
    return <ProblemNote title={title}>{detail}</ProblemNote>
  }
  if (!data) return <p className="text-muted">Checking the link…</p>
  return (
    <AuthForm
      title="Choose a new password"
      intro="Afterwards you are signed out everywhere."
      problem={problem}
      onSubmit={(typed) => write(typed('password'))}
    >
      {/* For password managers, which keep a new password under a user name. */}
      <input type="text" name="username" autoComplete="username" hidden readOnly value={data.email} />
      <TextField
        label="New password"
        type="password"
        name="password"
        autoComplete="new-password"
        required
        autoFocus
        hint={passwordHint}
      />
      <SubmitButton className="w-full" busy={isPending}>
        Change password
      </SubmitButton>
    </AuthForm>
  )
}
