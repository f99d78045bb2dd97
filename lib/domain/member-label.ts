import type { MemberChoice } from '@/lib/contracts/member-choice'

const folded = (name: string) => name.trim().toLowerCase()

/** Writes an instant (ISO 8601) as a day, or as a day and a time. */
type FormatJoined = (iso: string, format: 'day' | 'time') => string

/**
 * A member's name in a list to choose from. Where another one has the same name, it says their address, or for a reader who
 * may not see it, their role and when they joined.
 */
export function memberLabel(
  member: MemberChoice,
  members: readonly MemberChoice[],
  formatJoined: FormatJoined,
): string {
  const { id, name, email } = member
  const namesakes = members.filter((other) => other.id !== id && folded(other.name) === folded(name))
  if (namesakes.length === 0) return name
  if (email !== undefined) return `${name} (${email})`
  const hint = ({ role, joinedAt }: MemberChoice, format: 'day' | 'time') =>
    role && joinedAt ? `${role}, joined ${formatJoined(joinedAt, format)}` : null
  const day = hint(member, 'day')
  const differs = namesakes.every((other) => hint(other, 'day') !== day)
  const own = differs ? day : hint(member, 'time')
  return own === null ? name : `${name} (${own})`
}
