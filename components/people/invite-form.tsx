'use client'

import { useState } from 'react'
import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import type { Role } from '@/lib/contracts/role'
import { settings } from '@/lib/query/settings'
import { LinkOnce } from './link-once'
import { RoleSelect } from './role-select'

export function InviteForm() {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('recruiter')
  const [made, setMade] = useState<{ url: string; what: string } | null>(null)
  const { busy, problem, change } = useChange({
    mutationFn: settings.invite,
    done: 'The invitation is made.',
    onSuccess({ token, mailed, invitation }) {
      const what = mailed
        ? `The link was sent to ${invitation.email}.`
        : `Send this link to ${invitation.email}.`
      setMade({ url: `${window.location.origin}/invitation#${token}`, what })
      setEmail('')
    },
  })
  return (
    <>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          change({ email, role })
        }}
      >
        <AnyProblem problem={problem} />
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            label="E-mail"
            type="email"
            required
            autoComplete="off"
            className="flex-1 basis-56"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <RoleSelect label="Role" value={role} onPick={setRole} />
          <Button type="submit" variant="primary" busy={busy} className="h-9!">
            Invite
          </Button>
        </div>
      </form>
      {made ? <LinkOnce {...made} onDone={() => setMade(null)} /> : null}
    </>
  )
}
