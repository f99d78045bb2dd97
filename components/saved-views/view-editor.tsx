'use client'

import { useState } from 'react'
import { useMay, useReader } from '@/components/shared/reader'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { maxViewName, type SavedView, type SavedViewPatch } from '@/lib/contracts/saved-views'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import type { JobRef } from '@/lib/url/paths'
import { useViewChange } from './use-view-change'

type Props = { jobRef: JobRef; view: SavedView; onDeleted: () => void }

type OptionProps = { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void }
const Option = ({ label, hint, checked, onChange }: OptionProps) => (
  <label className="flex cursor-pointer items-start gap-2 py-1">
    <CheckBox checked={checked} onCheckedChange={onChange} className="-m-2" />
    <span className="text-note">
      <span className="block">{label}</span>
      <span className="block text-muted">{hint}</span>
    </span>
  </label>
)

/** Asks in place: a dialog over a popover would close it. */
function DeleteView({ view, busy, onDelete }: { view: SavedView; busy: boolean; onDelete: () => void }) {
  const [asking, setAsking] = useState<boolean | null>(null)
  if (!asking) {
    return (
      <Button
        // The focus comes back here from the question.
        autoFocus={asking === false}
        onClick={() => setAsking(true)}
        className="self-start"
      >
        Delete view
      </Button>
    )
  }
  return (
    <div role="group" aria-label="Delete this view?" className="flex flex-col gap-2">
      <p className="text-note">
        {view.team ? 'Delete this view for the whole team? ' : 'Delete this view? '}
        The people in it stay as they are.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" busy={busy} onClick={onDelete}>
          Delete view
        </Button>
        <Button autoFocus variant="ghost" onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </div>
    </div>
  )
}

/** Name, defaults and sharing of one view, and deleting it. Whoever may not change it can still open with it. */
export function ViewEditor({ jobRef, view, onDeleted }: Props) {
  const { id, editable, team } = view
  const [name, setName] = useState(view.name)
  const [sent, setSent] = useState<SavedViewPatch>({})
  const isOwner = useReader().id === view.owner.id
  const mayTeam = useMay('team')
  const { busy, problem, change } = useViewChange<unknown>(jobRef)
  const patch = (part: SavedViewPatch, done: string) => {
    setSent(part)
    change({ call: () => savedViewCalls.patch(id, part), done })
  }
  // A box shows what was pressed while that is being saved.
  const shown = { ...view, ...(busy ? sent : {}) }
  const isRenamed = name.trim() !== '' && name.trim() !== view.name
  return (
    <div className="flex flex-col gap-2 rounded-control bg-soft p-2.5">
      <AnyProblem problem={problem} />
      {editable ? (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (isRenamed) patch({ name: name.trim() }, `Renamed to ${name.trim()}.`)
          }}
        >
          <TextField
            label="Name"
            className="flex-1"
            dir="auto"
            autoComplete="off"
            maxLength={maxViewName}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" busy={busy} spinning={false} disabled={!isRenamed}>
            Rename
          </Button>
        </form>
      ) : null}
      <div>
        <Option
          label="My default"
          hint="Opens when you open this job"
          checked={shown.myDefault}
          onChange={(myDefault) =>
            patch({ myDefault }, myDefault ? 'Set as your default.' : 'No longer your default.')
          }
        />
        {editable && team ? (
          <Option
            label="Team’s default"
            hint="Opens for everyone without a default of their own"
            checked={shown.teamDefault}
            onChange={(teamDefault) =>
              patch(
                { teamDefault },
                teamDefault ? 'Set as the team’s default.' : 'No longer the team’s default.',
              )
            }
          />
        ) : null}
        {editable && mayTeam && isOwner ? (
          <Option
            label="Shared with the team"
            hint="Everyone sees it; recruiters can change it"
            checked={shown.team}
            onChange={(shared) =>
              patch({ team: shared }, shared ? 'Shared with the team.' : 'Only you see it now.')
            }
          />
        ) : null}
      </div>
      {isOwner ? null : <p className="text-small text-muted">Saved by {view.owner.name}</p>}
      {editable ? (
        <DeleteView
          view={view}
          busy={busy}
          onDelete={() =>
            change({
              call: () => savedViewCalls.remove(id),
              done: `${view.name} is deleted.`,
              then: onDeleted,
            })
          }
        />
      ) : null}
    </div>
  )
}
