import type { MemberChoice } from '@/lib/contracts/decisions'

const folded = (name: string) => name.trim().toLowerCase()

/** A member's name in a list to choose from, with their address, where it is known, if another one has the same name. */
export function memberLabel({ id, name, email }: MemberChoice, members: readonly MemberChoice[]): string {
  const isAlike = members.some((other) => other.id !== id && folded(other.name) === folded(name))
  return isAlike && email !== undefined ? `${name} (${email})` : name
}
