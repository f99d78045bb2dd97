'use client'

import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { leaveTo } from '@/components/ui/leave-to'
import { ProblemNote } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { authQueries } from '@/lib/query/auth'
import { CodeForm } from './code-form'
import { AuthForm } from './auth-form'
import { ForgotForm } from './forgot-form'

type Props = {
  returnTo: string
  /** The identity provider's host; null without one. */
  issuer: string | null
  /** Links for new passwords can be sent. */
  mail: boolean
  /** The identity provider has just sent somebody back whom it or we refused. */
  refused: boolean
}

export function SignInForm({ returnTo, issuer, mail, refused }: Props) {
  const [step, setStep] = useState<'password' | 'code' | 'forgot'>('password')
  const [email, setEmail] = useState('')
  const { write, isPending, problem } = useWrite({
    async mutationFn(by: { email: string; password: string } | 'issuer') {
      if (by === 'issuer') return { next: await authQueries.issuerUrl(returnTo) }
      const { needsCode } = await authQueries.signIn(by.email, by.password)
      return { next: needsCode ? null : returnTo }
    },
    onSuccess({ next }) {
      if (next === null) setStep('code')
      else leaveTo(next)
    },
  })
  if (step === 'code') {
    return <CodeForm onEntered={() => leaveTo(returnTo)} onBack={() => setStep('password')} />
  }
  if (step === 'forgot') return <ForgotForm email={email} mail={mail} onBack={() => setStep('password')} />

  const submit = (typed: (name: string) => string) => {
    setEmail(typed('email'))
    write({ email: typed('email'), password: typed('password') })
  }

  return (
    <AuthForm title="Sign in" problem={problem} onSubmit={submit}>
      {refused && !problem && !isPending ? (
        <ProblemNote title={`Couldn’t sign you in through ${issuer ?? 'the identity provider'}`}>
          You may have cancelled it there, or nobody here has that verified e-mail address. An owner can
          invite you.
        </ProblemNote>
      ) : null}
      {issuer ? (
        <>
          <Button className="w-full" busy={isPending} spinning={false} onClick={() => write('issuer')}>
            Continue with {issuer}
          </Button>
          <p
            aria-hidden
            className="flex items-center gap-3 text-note text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
          >
            or
          </p>
        </>
      ) : null}
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        required
        autoFocus
        defaultValue={email}
      />
      <TextField label="Password" type="password" name="password" autoComplete="current-password" required />
      <SubmitButton className="w-full" busy={isPending}>
        Sign in
      </SubmitButton>
      <button
        type="button"
        onClick={({ currentTarget: { form } }) => {
          setEmail(form ? String(new FormData(form).get('email')) : '')
          setStep('forgot')
        }}
        className="self-start rounded-control text-note text-muted underline underline-offset-4 hover:text-ink"
      >
        Forgot the password?
      </button>
    </AuthForm>
  )
}
