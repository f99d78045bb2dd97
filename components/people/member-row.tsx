import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { Member } from '@/lib/contracts/people'
import type { Role } from '@/lib/contracts/role'
import { RoleSelect } from './role-select'

type Props = {
  member: Member
  /** The reader's own row. */
  own: boolean
  busy: boolean
  onRole: (role: Role) => void
  onDisable: (disabled: boolean) => void
  onReset: () => void
}

export function MemberRow({ member, own, busy, onRole, onDisable, onReset }: Props) {
  const { name, email, role, twoFactor, disabledAt, lastSeenAt } = member
  const out = disabledAt !== null
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className={`min-w-0 flex-1 basis-56 ${out ? 'text-muted' : ''}`}>
        <p className="truncate font-medium">
          <Bdi>{name}</Bdi>
          {own ? <span className="font-normal text-muted"> · you</span> : null}
          {out ? <span className="font-normal text-danger"> · disabled</span> : null}
        </p>
        <p className="truncate text-note text-muted" title={email}>
          {email}
        </p>
        <p className="text-note text-muted">
          Two-step verification {twoFactor ? 'on' : 'off'}
          {lastSeenAt ? (
            <>
              {' · signed in '}
              <LocalTime iso={lastSeenAt} format="date" />
            </>
          ) : (
            ' · not signed in now'
          )}
        </p>
      </div>
      <RoleSelect label={`Role of ${name}`} value={role} disabled={busy || out} onPick={onRole} />
      <div className="flex flex-wrap gap-2">
        {out || own ? null : (
          <Button busy={busy} spinning={false} aria-label={`New password for ${name}`} onClick={onReset}>
            New password…
          </Button>
        )}
        {own ? null : (
          <Button
            busy={busy}
            spinning={false}
            aria-label={`${out ? 'Enable' : 'Disable'} ${name}`}
            onClick={() => onDisable(!out)}
          >
            {out ? 'Enable' : 'Disable'}
          </Button>
        )}
      </div>
    </li>
  )
}
