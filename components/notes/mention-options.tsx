import { Bdi } from '@/components/shared/text'
import { useMemberLabel } from '@/components/shared/use-member-label'
import type { MemberChoice } from '@/lib/contracts/member-choice'

type Props = {
  id: string
  members: readonly MemberChoice[]
  active: number
  onChoose: (member: MemberChoice) => void
}

/** The HTML id of one of the options. */
export const mentionOptionId = (listId: string, at: number) => `${listId}-${at}`

/** The colleagues who may be meant by a name that is being typed. */
export function MentionOptions({ id, members, active, onChoose }: Props) {
  const memberLabel = useMemberLabel()
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Colleagues to mention"
      className="absolute inset-x-0 top-full z-20 mt-1 rounded-panel border border-line bg-panel p-1 shadow-float"
    >
      {members.map((member, at) => (
        <li
          key={member.id}
          id={mentionOptionId(id, at)}
          role="option"
          aria-selected={at === active}
          // A press must not take the focus from the field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(member)}
          className="flex min-h-8 cursor-default items-center rounded-control px-2 wrap-anywhere aria-selected:bg-soft forced-colors:aria-selected:outline-2 card:min-h-10"
        >
          <Bdi>{memberLabel(member, members)}</Bdi>
        </li>
      ))}
    </ul>
  )
}
