'use client'

import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/shared/local-time'
import { useChange } from '@/components/shared/use-change'
import { AnyProblem } from '@/components/ui/problem-note'
import type { Invitation } from '@/lib/contracts/people'
import { settings } from '@/lib/query/settings'

/** Who is invited and has not come yet. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  const { busy, problem, change } = useChange({
    mutationFn: settings.withdrawInvitation,
    done: 'The invitation is withdrawn.',
  })
  return (
    <div className="border-t border-line pt-3">
      <h3 className="text-note font-medium text-muted">Pending invitations</h3>
      <AnyProblem problem={problem} />
      <ul className="flex flex-col divide-y divide-line">
        {invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="truncate font-medium" title={email}>
                {email}
              </p>
              <p className="text-note text-muted">
                As {role}, by {invitedBy}, until <LocalTime iso={expiresAt} format="date" />
              </p>
            </div>
            <Button
              busy={busy}
              spinning={false}
              aria-label={`Withdraw the invitation of ${email}`}
              onClick={() => change(id)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
