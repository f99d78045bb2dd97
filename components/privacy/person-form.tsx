'use client'

import { type FormEvent, useId, useState } from 'react'
import { Select } from '@/components/shared/select'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import type { PersonRef } from '@/lib/contracts/privacy'

type Props = {
  /** Labels, the default one first. */
  accounts: string[]
  initial: PersonRef | null
  busy: boolean
  onFind: (person: PersonRef) => void
}

/** Asks whom a request is about. What is typed goes into no address. */
export function PersonForm({ accounts, initial, busy, onFind }: Props) {
  const accountId = useId()
  const application = initial && 'applicationId' in initial ? initial : null
  const [by, setBy] = useState<'profile' | 'application'>(application ? 'application' : 'profile')
  const [text, setText] = useState(application?.applicationId ?? '')
  const [account, setAccount] = useState(application?.account ?? accounts[0] ?? '')
  const [missing, setMissing] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = text.trim()
    setMissing(given === '')
    if (given === '' || busy) return
    onFind(
      by === 'profile'
        ? { publicIdentifier: given }
        : { applicationId: given, account: account === accounts[0] ? null : account },
    )
  }
  const choice = (value: typeof by, label: string) => (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="radio"
        name="by"
        checked={by === value}
        onChange={() => setBy(value)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="sr-only">How the person is named</legend>
        {choice('profile', 'By profile')}
        {choice('application', 'By application')}
      </fieldset>
      <div className="flex flex-wrap items-end gap-2">
        <label className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
          <span className="text-note text-muted">
            {by === 'profile' ? 'Profile address or public identifier' : 'Application id'}
          </span>
          <input
            value={text}
            maxLength={2_048}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? 'person-missing' : undefined}
            onChange={(event) => setText(event.target.value)}
            className={`${fieldLook} w-full`}
          />
        </label>
        {by === 'application' && accounts.length > 1 ? (
          <div className="flex w-36 flex-col gap-1">
            <label htmlFor={accountId} className="text-note text-muted">
              Account
            </label>
            <Select
              id={accountId}
              label="Account"
              value={account}
              options={accounts.map((label) => ({ value: label, label }))}
              onValueChange={setAccount}
              className={`${fieldLook} w-full`}
            />
          </div>
        ) : null}
        <Button type="submit" busy={busy} className="h-9!">
          Look up
        </Button>
      </div>
      {missing ? (
        <p id="person-missing" role="alert" className="text-note text-danger">
          Name somebody first.
        </p>
      ) : null}
    </form>
  )
}
