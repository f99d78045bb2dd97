import type { ComponentProps } from 'react'
import type { Role } from '@/lib/contracts/people'

const roles: { value: Role; label: string }[] = [
  { value: 'viewer', label: 'Viewer' },
  { value: 'recruiter', label: 'Recruiter' },
  { value: 'owner', label: 'Owner' },
]

type Props = Omit<ComponentProps<'select'>, 'onChange' | 'value'> & {
  value: Role
  onPick: (role: Role) => void
}

export const RoleSelect = ({ value, onPick, ...rest }: Props) => (
  <select
    {...rest}
    value={value}
    onChange={({ target }) => onPick(roles.find((role) => role.value === target.value)?.value ?? value)}
    className="h-9 rounded-control border border-edge bg-panel px-2 text-note disabled:opacity-60"
  >
    {roles.map((role) => (
      <option key={role.value} value={role.value}>
        {role.label}
      </option>
    ))}
  </select>
)
