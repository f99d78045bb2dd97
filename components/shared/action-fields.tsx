'use client'

import { useQuery } from '@tanstack/react-query'
import { fieldLook } from '@/components/ui/field-look'
import { TextField } from '@/components/ui/text-field'
import { maxActionLength } from '@/lib/contracts/notes'
import { noteCalls, noteKeys } from '@/lib/query/notes'
import { DateField } from './date-field'
import { Select } from './select'
import { useMemberLabel } from './use-member-label'

/** A next action as it is written. */
export type ActionDraft = { text: string; dueOn: string | null; assignee: string | null }

type Props = { draft: ActionDraft; onChange: (draft: ActionDraft) => void }

/** What to do next, by when and by whom. */
export function ActionFields({ draft, onChange }: Props) {
  const { data: members } = useQuery({
    queryKey: noteKeys.members,
    queryFn: ({ signal }) => noteCalls.members(signal),
    staleTime: 300_000,
  })
  const items = members?.items ?? []
  const memberLabel = useMemberLabel()
  return (
    <>
      <TextField
        label="What to do next"
        autoFocus
        autoComplete="off"
        maxLength={maxActionLength}
        value={draft.text}
        onChange={({ target }) => onChange({ ...draft, text: target.value })}
      />
      <DateField
        label="Due"
        value={draft.dueOn}
        hint="A day, in your time"
        onValueChange={(dueOn) => onChange({ ...draft, dueOn })}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-note font-medium">
          Who does it
        </span>
        <Select
          label="Who does it"
          value={draft.assignee}
          options={[
            { value: null, label: 'Nobody in particular' },
            ...items.map((member) => ({
              value: member.id as string | null,
              label: memberLabel(member, items),
            })),
          ]}
          onValueChange={(assignee) => onChange({ ...draft, assignee })}
          className={`${fieldLook} w-full text-ink`}
        />
      </div>
    </>
  )
}
