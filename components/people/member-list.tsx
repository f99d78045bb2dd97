'use client'

import { useState } from 'react'
import { ProblemNote } from '@/components/ui/problem-note'
import { useChange } from '@/components/ui/use-change'
import type { Member } from '@/lib/contracts/people'
import { toProblem } from '@/lib/query/http'
import { settings } from '@/lib/query/settings'
import { LinkOnce } from './link-once'
import { MemberRow } from './member-row'

/** Everyone who may sign in or once could. Changes hold at once, in every browser they are signed in with. */
export function MemberList({ members, me }: { members: Member[]; me: string }) {
  const [link, setLink] = useState<{ url: string; what: string } | null>(null)
  const { busy, problem, change } = useChange(toProblem)
  return (
    <>
      {problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null}
      {link ? <LinkOnce {...link} onDone={() => setLink(null)} /> : null}
      <ul className="flex flex-col divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            own={member.id === me}
            busy={busy}
            onRole={(role) =>
              void change(`${member.name} is ${role} now.`, () => settings.changeMember(member.id, { role }))
            }
            onDisable={(disabled) =>
              void change(
                disabled ? `${member.name} is signed out and stays out.` : `${member.name} may sign in.`,
                () => settings.changeMember(member.id, { disabled }),
              )
            }
            onReset={() =>
              void change('The link is made.', async () => {
                const { token } = await settings.makeResetLink(member.id)
                setLink({
                  url: `${window.location.origin}/new-password#${token}`,
                  what: `Send this link to ${member.name}. It lets them choose a new password within an hour.`,
                })
              })
            }
          />
        ))}
      </ul>
    </>
  )
}
