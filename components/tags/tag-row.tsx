'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { TagDot } from '@/components/shared/tag-dot'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import type { TeamTag } from '@/lib/contracts/tags'
import { noteKeys } from '@/lib/query/notes'
import { DeleteTag } from './delete-tag'
import { MergeTag } from './merge-tag'
import { TagForm } from './tag-form'

type Props = { tag: TeamTag; tags: readonly TeamTag[] }

/** One tag of the team's, and what can be done with it. */
export function TagRow({ tag, tags }: Props) {
  const { people } = useFormats()
  const client = useQueryClient()
  const editButton = useRef<HTMLButtonElement>(null)
  const [state, setState] = useState<'shown' | 'editing' | 'merging' | 'deleting'>('shown')
  const show = () => {
    setState('shown')
    // The form that had the focus is gone.
    requestAnimationFrame(() => editButton.current?.focus())
  }
  const finish = (result: string) => {
    announce(result)
    void client.invalidateQueries({ queryKey: noteKeys.tags })
  }
  if (state === 'editing') {
    return (
      <li className="p-3">
        <TagForm
          tag={tag}
          onSaved={() => {
            finish('The tag is saved.')
            show()
          }}
          onClose={show}
        />
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <p className="flex min-w-0 flex-1 basis-48 items-center gap-2">
        <TagDot colour={tag.colour} />
        <span className="min-w-0 font-medium wrap-anywhere">
          <Bdi>{tag.name}</Bdi>
        </span>
        <span className="shrink-0 text-note text-muted">
          {tag.people === 0 ? 'Nobody' : people(tag.people)}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button ref={editButton} aria-label={`Edit ${tag.name}`} onClick={() => setState('editing')}>
          Edit
        </Button>
        {tags.length > 1 ? (
          <Button aria-label={`Merge ${tag.name}`} onClick={() => setState('merging')}>
            Merge…
          </Button>
        ) : null}
        <Button aria-label={`Delete ${tag.name}`} onClick={() => setState('deleting')}>
          Delete…
        </Button>
      </div>
      {state === 'merging' ? (
        <MergeTag
          tag={tag}
          others={tags.filter(({ id }) => id !== tag.id)}
          onMerged={(into) => {
            setState('shown')
            finish(`${tag.name} is merged into ${into.name}.`)
          }}
          onClose={() => setState('shown')}
        />
      ) : null}
      {state === 'deleting' ? (
        <DeleteTag
          tag={tag}
          onDeleted={() => {
            setState('shown')
            finish(`${tag.name} is deleted.`)
          }}
          onClose={() => setState('shown')}
        />
      ) : null}
    </li>
  )
}
