'use client'

import { useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { maxViewName, type SavedView } from '@/lib/contracts/saved-views'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import type { JobRef } from '@/lib/url/paths'
import { useViewChange } from './use-view-change'

type Props = {
  jobRef: JobRef
  /** What is saved: the query of the view. */
  query: string
  onSaved: (view: SavedView) => void
  onCancel: () => void
}

/** Saves the filters and the order on screen under a name. */
export function SaveView({ jobRef, query, onSaved, onCancel }: Props) {
  const [name, setName] = useState('')
  const [team, setTeam] = useState(false)
  const mayTeam = useMay('team')
  const { busy, problem, change } = useViewChange<SavedView>(jobRef)
  return (
    <form
      className="flex flex-col gap-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        const request = { name: name.trim(), query, team }
        if (request.name === '') return
        change({
          call: () => savedViewCalls.save(jobRef, request),
          done: `${request.name} is saved.`,
          then: onSaved,
        })
      }}
    >
      <AnyProblem problem={problem} />
      <TextField
        label="Name of the view"
        autoFocus
        required
        dir="auto"
        autoComplete="off"
        maxLength={maxViewName}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {mayTeam ? (
        <label className="flex cursor-pointer items-center gap-2 text-note">
          <CheckBox checked={team} onCheckedChange={setTeam} className="-m-2" />
          <span>Share with the team</span>
        </label>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Save view
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
