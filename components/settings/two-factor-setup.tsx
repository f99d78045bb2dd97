'use client'

import { useState } from 'react'
import { encode } from 'uqr'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { settings } from '@/lib/query/settings'

/** A QR code as one path; dark on light in every theme, as cameras expect. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label="QR code of the secret below"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-control bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  )
}

type Props = { uri: string; onDone: () => void; onCancel: () => void }

/** The secret goes into an authenticator; a code from it proves that it did. */
export function TwoFactorSetup({ uri, onDone, onCancel }: Props) {
  const [code, setCode] = useState('')
  const { busy, problem, change } = useChange({
    mutationFn: () => settings.verifyTwoFactor(code.replace(/\s/g, '')),
    done: 'Two-step verification is on.',
    onSuccess: onDone,
  })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        change()
      }}
    >
      <div className="flex flex-wrap gap-4">
        <QrCode text={uri} />
        <div className="min-w-0 flex-1 basis-56">
          <p>Scan this with an authenticator app, or type its secret there:</p>
          <p className="mt-2 rounded-control bg-soft px-2.5 py-1.5 font-mono text-note break-all select-all">
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </p>
        </div>
      </div>
      <AnyProblem problem={problem} />
      <TextField
        label="6-digit code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        className="sm:max-w-80"
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Turn on
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
