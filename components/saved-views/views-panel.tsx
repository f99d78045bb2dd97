'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { PanelFrame } from '@/components/shared/panel-frame'
import { goToSearch, type HistoryStep } from '@/components/shared/use-address'
import type { SavedView } from '@/lib/contracts/saved-views'
import type { View } from '@/lib/contracts/view'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import { savedViewKeys } from '@/lib/query/saved-views'
import { everyonePath, savedViewPath } from '@/lib/url/opening-view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { CurrentViewActions } from './current-view-actions'
import { ViewItem } from './view-item'
import { ViewRow } from './view-row'

type Props = {
  jobRef: JobRef
  /** What is on screen. */
  view: View
  views: readonly SavedView[]
  current: { view: SavedView | null; modified: boolean }
  /** How many people are stored. */
  stored: number
  anchor: () => HTMLElement | null
  onClose: () => void
}

const go = (path: string, step?: HistoryStep) => goToSearch(new URL(path, window.location.href).search, step)

/** How many people each view shows, counted when the list opens. */
function useCounts(ref: JobRef): Map<string, number | null> {
  const { data } = useQuery({
    queryKey: [...savedViewKeys(ref), 'counts'],
    queryFn: ({ signal }) => savedViewCalls.count(ref, signal),
    staleTime: 0,
  })
  return new Map(data?.items.map(({ id, count }) => [id, count]))
}

/** The saved views of a job, and what can be done with the one on screen. */
export function ViewsPanel({ jobRef, view, views, current, stored, anchor, onClose }: Props) {
  const counts = useCounts(jobRef)
  const [editing, setEditing] = useState<string | null>(null)
  const content = useRef<HTMLDivElement>(null)
  const query = viewToSearch(view).slice(1)
  const open = (path: string) => {
    go(path)
    onClose()
  }
  const groups = [
    { name: 'Team’s views', items: views.filter(({ team }) => team) },
    { name: 'My views', items: views.filter(({ team }) => !team) },
  ].filter(({ items }) => items.length > 0)
  return (
    <PanelFrame title="Views" align="start" anchor={anchor} onClose={onClose}>
      <div ref={content} tabIndex={-1} className="flex flex-col gap-2 outline-none">
        <ViewRow
          name="Everyone"
          href={everyonePath(jobRef)}
          current={query === '' && current.view === null}
          count={stored}
          onOpen={() => open(everyonePath(jobRef))}
        />
        {groups.map(({ name, items }) => (
          <section key={name} aria-label={name}>
            <h3 className="px-1.5 pb-0.5 text-small text-muted">{name}</h3>
            <ul>
              {items.map((each) => (
                <ViewItem
                  key={each.id}
                  {...{ jobRef, view: each }}
                  count={counts.get(each.id) ?? null}
                  current={current.view?.id === each.id && !current.modified}
                  editing={editing === each.id}
                  onOpen={() => open(savedViewPath(jobRef, each))}
                  onEdit={(stays) => setEditing(stays ? each.id : null)}
                  onDeleted={() => content.current?.focus()}
                />
              ))}
            </ul>
          </section>
        ))}
        {views.length === 0 ? (
          <p className="px-1.5 text-note text-muted">
            Save filters and order under a name, for yourself or for the team.
          </p>
        ) : null}
      </div>
      <div className="border-t border-line pt-3">
        <CurrentViewActions
          {...{ jobRef, query }}
          {...current}
          onSaved={(saved) => go(savedViewPath(jobRef, saved), 'replace')}
        />
      </div>
    </PanelFrame>
  )
}
