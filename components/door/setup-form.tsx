'use client'

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

/** Makes the first owner, who lets everyone else in. */
export function SetupForm() {
  const [fields, setFields] = useState({ token: '', name: '', email: '', password: '' })
  const attempt = useAttempt(problemOf)
  const submit = () =>
    attempt.run(async () => {
      await door.setUp(fields)
      await door.signIn(fields.email, fields.password)
      leaveTo('/')
    })
  const field = (name: keyof typeof fields) => ({
    name,
    required: true,
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  })
  return (
    <DoorForm
      title="Set up Shortlist"
      intro="Nobody can sign in yet. Whoever has the setup token becomes its first owner, and can then invite others."
      onSubmit={() => void submit()}
    >
      {attempt.problem ? (
        <ProblemNote title={attempt.problem.title}>{attempt.problem.detail}</ProblemNote>
      ) : null}
      <TextField
        label="Setup token"
        type="password"
        autoComplete="off"
        autoFocus
        hint="SETUP_TOKEN, or the token that the server printed when it started."
        {...field('token')}
      />
      <TextField label="Your name" autoComplete="name" maxLength={80} {...field('name')} />
      <TextField label="E-mail" type="email" autoComplete="username" {...field('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={passwordHint}
        {...field('password')}
      />
      <Button type="submit" variant="primary" className="w-full" busy={attempt.busy}>
        Make me the owner
      </Button>
    </DoorForm>
  )
}
