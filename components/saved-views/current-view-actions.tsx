'use client'

import { useState } from 'react'
import { Bdi } from '@/components/shared/text'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { SavedView } from '@/lib/contracts/saved-views'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import type { JobRef } from '@/lib/url/paths'
import { unreadWords } from './unread-words'
import { SaveView } from './save-view'
import { useViewChange } from './use-view-change'

type Props = {
  jobRef: JobRef
  /** The saved view on screen, or the one it began from; null for none. */
  view: SavedView | null
  modified: boolean
  /** What would be saved. */
  query: string
  onSaved: (view: SavedView) => void
}

/** What can be done with the filters and the order on screen: put into their view, or saved under another name. */
export function CurrentViewActions({ jobRef, view, modified, query, onSaved }: Props) {
  const [naming, setNaming] = useState(false)
  const { busy, problem, change } = useViewChange<SavedView>(jobRef)
  // A criterion that the job does not have stays in the address until its reader removes it.
  const unread = view?.unread.filter(({ key }) => key !== 'criteria') ?? []
  const isUpdatable = view !== null && view.editable && (modified || unread.length > 0)
  if (naming) {
    return (
      <SaveView
        {...{ jobRef, query }}
        onSaved={(saved) => {
          setNaming(false)
          onSaved(saved)
        }}
        onCancel={() => setNaming(false)}
      />
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <AnyProblem problem={problem} />
      {view !== null && modified ? (
        <p className="text-note text-muted">
          Filters or order differ from <Bdi>{view.name}</Bdi>
        </p>
      ) : null}
      {isUpdatable && unread.length > 0 ? (
        <p className="text-note text-muted">
          Updating removes: <Bdi>{unreadWords(unread)}</Bdi>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isUpdatable ? (
          <Button
            variant="primary"
            busy={busy}
            onClick={() =>
              change({
                call: () => savedViewCalls.patch(view.id, { query }),
                done: `${view.name} is updated.`,
                then: onSaved,
              })
            }
          >
            Update this view
          </Button>
        ) : null}
        <Button onClick={() => setNaming(true)}>Save as new view</Button>
      </div>
    </div>
  )
}
