'use client'

import { useId, useState } from 'react'
import { TagDot } from '@/components/shared/tag-dot'
import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import { tagColours } from '@/lib/contracts/tag-colours'
import { maxTagLength, type TagPatch, type TeamTag } from '@/lib/contracts/tags'
import { noteCalls } from '@/lib/query/notes'

type Props = { tag: TeamTag; onSaved: () => void; onClose: () => void }

/** Another name or colour for a tag. Only what was changed is sent, so that a colleague's change of the rest stays. */
export function TagForm({ tag, onSaved, onClose }: Props) {
  const group = useId()
  const [name, setName] = useState(tag.name)
  const [colour, setColour] = useState<string>(tag.colour)
  const { isPending, problem, write } = useWrite({
    mutationFn: (patch: TagPatch) => noteCalls.patchTag(tag.id, patch),
    onSuccess: onSaved,
  })
  const chosen = tagColours.find((each) => each === colour)
  const patch: TagPatch = {
    ...(name.trim() === tag.name ? {} : { name }),
    ...(chosen === undefined || chosen === tag.colour ? {} : { colour: chosen }),
  }
  return (
    <form
      aria-label={`Edit ${tag.name}`}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(patch).length > 0) write(patch)
        else onClose()
      }}
    >
      <AnyProblem problem={problem} />
      <TextField
        label="Name"
        autoFocus
        required
        autoComplete="off"
        maxLength={maxTagLength}
        className="max-w-80"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset>
        <legend className="text-note font-medium">Colour</legend>
        <div className="mt-1 flex flex-wrap gap-1.5">
          {tagColours.map((each) => (
            <label
              key={each}
              className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-control border border-line px-2 text-note capitalize has-checked:border-accent has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent card:min-h-10"
            >
              <input
                type="radio"
                name={group}
                value={each}
                checked={colour === each}
                onChange={() => setColour(each)}
                className="sr-only"
              />
              <TagDot colour={each} />
              {each}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={isPending} disabled={name.trim() === ''}>
          Save tag
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
