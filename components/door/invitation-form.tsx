'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { leaveTo } from '@/components/ui/leave-to'
import { ProblemNote } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { useAttempt } from '@/components/ui/use-attempt'
import { door } from '@/lib/query/door'
import { problemOf } from '@/lib/query/http'
import { DoorForm } from './door-form'
import { passwordHint } from './password-hint'
import { useLinkToken } from './use-link-token'

const means = {
  owner: 'As an owner you can do everything, and let others in.',
  recruiter: 'As a recruiter you can load applicants, which spends credits, and share them.',
  viewer: 'As a viewer you can read what others have loaded.',
}

/** Lets in who was invited. */
export function InvitationForm() {
  const token = useLinkToken()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useAttempt(problemOf)
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => door.lookAtInvitation(token || '-'),
    enabled: token !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) {
    const { title, detail } = problemOf(error)
    return <ProblemNote title={title}>{detail}</ProblemNote>
  }
  if (!data || token === undefined) return <p className="text-muted">Looking at the invitation …</p>
  const { email, role, issuer } = data

  const accept = (chosen: string | null) =>
    attempt.run(async () => {
      await door.acceptInvitation({ token, name, password: chosen })
      if (chosen === null) return leaveTo(await door.issuerUrl('/'))
      await door.signIn(email, chosen)
      leaveTo('/')
    })

  return (
    <DoorForm title="Welcome to Shortlist" intro={means[role]} onSubmit={() => void accept(password)}>
      {attempt.problem ? (
        <ProblemNote title={attempt.problem.title}>{attempt.problem.detail}</ProblemNote>
      ) : null}
      <TextField label="E-mail" type="email" name="email" autoComplete="username" readOnly value={email} />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={80}
        required
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="new-password"
        required={issuer === null}
        hint={passwordHint}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button type="submit" variant="primary" className="w-full" busy={attempt.busy}>
        Come in
      </Button>
      {issuer ? (
        <Button className="w-full" busy={attempt.busy} spinning={false} onClick={() => void accept(null)}>
          Without a password, through {issuer}
        </Button>
      ) : null}
    </DoorForm>
  )
}
