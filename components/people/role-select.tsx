import { Select } from '@/components/shared/select'
import { fieldLook } from '@/components/ui/field-look'
import type { Role } from '@/lib/contracts/role'

const roles = [
  { value: 'viewer', label: 'Viewer' },
  { value: 'recruiter', label: 'Recruiter' },
  { value: 'owner', label: 'Owner' },
] as const

type Props = { label: string; value: Role; disabled?: boolean; onPick: (role: Role) => void }

export const RoleSelect = ({ onPick, ...rest }: Props) => (
  <Select<Role> {...rest} options={roles} onValueChange={onPick} className={`${fieldLook} w-28`} />
)
