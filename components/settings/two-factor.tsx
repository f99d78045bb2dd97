'use client'

import { useState } from 'react'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { settings } from '@/lib/query/settings'
import { RecoveryCodes } from './recovery-codes'
import { TwoFactorSetup } from './two-factor-setup'

type Step = 'begin' | 'renew' | 'turnOff'

const doneWords: Record<Step, string> = {
  begin: 'Scan the code.',
  renew: 'New recovery codes are made.',
  turnOff: 'Two-step verification is off.',
}

/** Turns the second factor on and off. The password is asked for each time: an open browser is not the person. */
export function TwoFactor({ on }: { on: boolean }) {
  const [password, setPassword] = useState('')
  const [begun, setBegun] = useState<{ totpURI: string; backupCodes: string[] } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const { busy, problem, change } = useChange({
    async mutationFn(step: Step) {
      if (step === 'begin') setBegun(await settings.beginTwoFactor(password))
      else if (step === 'renew') setCodes((await settings.newRecoveryCodes(password)).backupCodes)
      else await settings.disableTwoFactor(password)
    },
    done: (step) => doneWords[step],
    onSuccess: () => setPassword(''),
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
  if (begun && !on) {
    return (
      <TwoFactorSetup
        uri={begun.totpURI}
        onCancel={() => setBegun(null)}
        onDone={() => {
          setCodes(begun.backupCodes)
          setBegun(null)
        }}
      />
    )
  }
  return (
    <form
      method="post"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!on) change('begin')
      }}
    >
      <p>
        <strong className={on ? 'text-good' : ''}>{on ? 'On' : 'Off'}</strong>
      </p>
      <AnyProblem problem={problem} />
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        required
        className="sm:max-w-80"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {on ? (
          <>
            <Button busy={busy} spinning={false} disabled={password === ''} onClick={() => change('renew')}>
              New recovery codes
            </Button>
            <Button busy={busy} spinning={false} disabled={password === ''} onClick={() => change('turnOff')}>
              Turn off
            </Button>
          </>
        ) : (
          <Button type="submit" busy={busy}>
            Turn on
          </Button>
        )}
      </div>
    </form>
  )
}
