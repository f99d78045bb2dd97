'use client'

import { useState } from 'react'
import { useChange } from '@/components/shared/use-change'
import { AnyProblem } from '@/components/ui/problem-note'
import type { Member, MemberPatch } from '@/lib/contracts/people'
import { settings } from '@/lib/query/settings'
import { LinkOnce } from './link-once'
import { MemberRow } from './member-row'

type Change = { member: Member; patch: MemberPatch | 'reset' }

function doneWords({ member: { name }, patch }: Change): string {
  if (patch === 'reset') return 'The link is made.'
  if (patch.role !== undefined) return `${name} is ${patch.role} now.`
  return patch.disabled ? `${name} is signed out and stays out.` : `${name} may sign in.`
}

/** Everyone who may sign in or once could. Changes hold at once, in every browser they are signed in with. */
export function MemberList({ members, me }: { members: Member[]; me: string }) {
  const [link, setLink] = useState<{ url: string; what: string } | null>(null)
  const { busy, problem, change } = useChange<Change>({
    async mutationFn({ member, patch }) {
      if (patch !== 'reset') return void (await settings.changeMember(member.id, patch))
      const { token } = await settings.makeResetLink(member.id)
      setLink({
        url: `${window.location.origin}/new-password#${token}`,
        what: `Send this link to ${member.name}. It lets them choose a new password within an hour.`,
      })
    },
    done: doneWords,
  })
  return (
    <>
      <AnyProblem problem={problem} />
      {link ? <LinkOnce {...link} onDone={() => setLink(null)} /> : null}
      <ul className="flex flex-col divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            own={member.id === me}
            busy={busy}
            onRole={(role) => change({ member, patch: { role } })}
            onDisable={(disabled) => change({ member, patch: { disabled } })}
            onReset={() => change({ member, patch: 'reset' })}
          />
        ))}
      </ul>
    </>
  )
}
