'use client'

import { type FormEvent, useState } from 'react'
import { type ActionDraft, ActionFields } from '@/components/shared/action-fields'
import { useReader } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import { WrittenDay } from '@/components/shared/written-day'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { NextActionMark } from '@/lib/contracts/decisions'
import type { NextActionAnswer } from '@/lib/contracts/notes'
import { noteCalls } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'
import { useMarkWrite } from './use-record'

type Props = {
  jobRef: JobRef
  applicationId: string
  action: NextActionMark | undefined
  /** The reader may say what is next. */
  mayChange: boolean
}

function ActionForm({
  jobRef,
  applicationId,
  action,
  onSaved,
  onClose,
}: Omit<Props, 'mayChange'> & {
  onSaved: (answer: NextActionAnswer) => void
  onClose: () => void
}) {
  const { id: me } = useReader()
  const [draft, setDraft] = useState<ActionDraft>({
    text: action?.text ?? '',
    dueOn: action?.dueOn ?? null,
    assignee: action ? (action.assignee?.id ?? null) : me,
  })
  const person = { jobRef, applicationId }
  const { isPending, problem, write } = useMarkWrite(person, 'nextAction', noteCalls.setNextAction, onSaved)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    write(draft)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <AnyProblem problem={problem} />
      <ActionFields draft={draft} onChange={setDraft} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={isPending} disabled={draft.text.trim() === ''}>
          Save next action
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

/** What is to be done next about somebody: a line, a day, and whose it is. */
export function NextAction({ jobRef, applicationId, action, mayChange }: Props) {
  const [editing, setEditing] = useState(false)
  const onSaved = ({ nextAction }: NextActionAnswer) => {
    announce(nextAction ? 'The next action is saved.' : 'The next action is done.')
    setEditing(false)
  }
  const person = { jobRef, applicationId }
  const { isPending, problem, write } = useMarkWrite(person, 'nextAction', noteCalls.clearNextAction, onSaved)
  if (!action && !mayChange) return null
  return (
    <section aria-label="Next action" className="flex flex-col gap-1.5 text-note">
      <h2 className="text-small font-semibold text-muted">Next action</h2>
      <AnyProblem problem={problem} />
      {editing ? (
        <ActionForm {...{ jobRef, applicationId, action, onSaved }} onClose={() => setEditing(false)} />
      ) : (
        <>
          {action ? (
            <p className="wrap-anywhere">
              <Bdi>{action.text}</Bdi>
              <span className="block text-small text-muted">
                {action.dueOn === null ? null : (
                  <>
                    Due <WrittenDay day={action.dueOn} />
                    {action.assignee ? ' · ' : null}
                  </>
                )}
                {action.assignee ? <Bdi>{action.assignee.name}</Bdi> : null}
              </span>
            </p>
          ) : null}
          {mayChange ? (
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setEditing(true)}>
                {action ? 'Change next action' : 'Add next action'}
              </Button>
              {action ? (
                <Button busy={isPending} onClick={() => write()}>
                  Mark as done
                </Button>
              ) : null}
            </div>
          ) : null}
        </>
      )}
    </section>
  )
}
