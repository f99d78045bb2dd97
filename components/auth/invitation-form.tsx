'use client'

import { useQuery } from '@tanstack/react-query'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { leaveTo } from '@/components/ui/leave-to'
import { ProblemNote } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { authQueries } from '@/lib/query/auth'
import { toProblem } from '@/lib/query/http'
import { AuthForm } from './auth-form'
import { passwordHint } from './password-hint'
import { useLinkToken } from './use-link-token'

const means = {
  owner: 'As an owner you have full access and manage members.',
  recruiter: 'As a recruiter you can load applicants, which spends credits, and share them.',
  viewer: 'As a viewer you can read what others have loaded.',
}

/** Accepts an invitation, and signs the new member in. */
export function InvitationForm() {
  const token = useLinkToken()
  const { write, isPending, problem } = useWrite({
    async mutationFn({ email, typed }: { email: string; typed: (name: string) => string }) {
      const password = typed('way') === 'issuer' ? null : typed('password')
      await authQueries.acceptInvitation({ token: token ?? '', name: typed('name'), password })
      if (password === null) return authQueries.issuerUrl('/')
      await authQueries.signIn(email, password)
      return '/'
    },
    onSuccess: leaveTo,
  })
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => authQueries.lookAtInvitation(token || '-'),
    enabled: token !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) {
    const { title, detail } = toProblem(error)
    return <ProblemNote title={title}>{detail}</ProblemNote>
  }
  if (!data || token === undefined) return <p className="text-muted">Checking the invitation…</p>
  const { email, role, issuer } = data

  return (
    <AuthForm
      title="Welcome to Shortlist"
      intro={means[role]}
      problem={problem}
      onSubmit={(typed) => write({ email, typed })}
    >
      <TextField label="E-mail" type="email" name="email" autoComplete="username" readOnly value={email} />
      <TextField label="Your name" name="name" autoComplete="name" maxLength={80} required autoFocus />
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="new-password"
        required={issuer === null}
        hint={passwordHint}
      />
      <SubmitButton className="w-full" busy={isPending}>
        Accept invitation
      </SubmitButton>
      {issuer ? (
        <Button type="submit" name="way" value="issuer" className="w-full" busy={isPending} spinning={false}>
          Without a password, through {issuer}
        </Button>
      ) : null}
    </AuthForm>
  )
}
