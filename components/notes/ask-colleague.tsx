'use client'

import { useState } from 'react'
import { useReader } from '@/components/shared/reader'
import { Select } from '@/components/shared/select'
import { useMemberLabel } from '@/components/shared/use-member-label'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { AskDialog, AskedText } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import { noteCalls } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'
import { useMembers } from './use-record'

export type AskColleagueProps = { jobRef: JobRef; applicationId: string; onClose: () => void }

/** Asks which colleague is to look at somebody, and what about. */
export function AskColleague({ jobRef, applicationId, onClose }: AskColleagueProps) {
  const { id: me } = useReader()
  const memberLabel = useMemberLabel()
  const members = useMembers().filter(({ id }) => id !== me)
  const [chosen, setChosen] = useState<string | null>(null)
  const [text, setText] = useState('')
  const member = chosen ?? members[0]?.id ?? null
  const { isPending, problem, write } = useWrite({
    mutationFn: (id: string) => noteCalls.askSecondLook(jobRef, applicationId, { members: [id], text }),
    onSuccess() {
      announce('They find it in their inbox.')
      onClose()
    },
  })
  return (
    <AskDialog
      title="Ask for a second look"
      onClose={onClose}
      onConfirm={() => (member === null ? undefined : write(member))}
      action={
        <Button type="submit" variant="primary" busy={isPending} disabled={member === null}>
          Ask them
        </Button>
      }
    >
      {members.length === 0 ? (
        <p>Nobody else is on the team yet. An owner can invite people in the settings.</p>
      ) : (
        <>
          <p>They find this person in their inbox, with your question.</p>
          <Select
            label="Colleague"
            value={member}
            options={members.map((each) => ({
              value: each.id as string | null,
              label: memberLabel(each, members),
            }))}
            onValueChange={setChosen}
            className={`${fieldLook} w-full text-ink`}
          />
          <AskedText label="Question, if there is one" value={text} onChange={setText} maxLength={500} />
        </>
      )}
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
