'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Bookmark, ChevronDown } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingPopover } from '@/components/shared/waiting'
import { savedViewCalls, savedViewsQuery } from '@/lib/query/saved-views'
import { findCurrentView } from '@/lib/url/current-view'
import { useScreen } from './use-job-screen'
import { useSessionView } from './use-session-view'

const ViewsPanel = lazyPart(
  async () => (await import('@/components/saved-views/views-panel')).ViewsPanel,
  ({ anchor, onClose, state, retry }) => (
    <WaitingPopover {...{ anchor, onClose, state, retry }} label="Views" />
  ),
)

/** Says which saved view this is, and opens the list of them. */
export function ViewsButton() {
  const { jobRef, job, view } = useScreen()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const search = useSearchParams().toString()
  const { data } = useQuery(savedViewsQuery(jobRef, (signal) => savedViewCalls.list(jobRef, signal)))
  const views = data?.items ?? []
  const current = findCurrentView(views, search)
  useSessionView(jobRef)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={ViewsPanel.prepare}
        onFocus={ViewsPanel.prepare}
        onClick={() => setOpen(!open)}
        className={`${buttonLook()} max-w-64 ${current.view ? 'text-accent' : ''}`}
      >
        <Bookmark className="size-3.5 shrink-0" />
        <span className="truncate card:sr-only">
          {current.view ? (
            <>
              <span className="sr-only">View: </span>
              <bdi>{current.view.name}</bdi>
            </>
          ) : (
            'Views'
          )}
        </span>
        {current.modified ? <span className="font-normal text-muted card:sr-only">Modified</span> : null}
        <ChevronDown className="size-3.5 shrink-0 opacity-70 card:hidden" />
      </button>
      {open ? (
        <ViewsPanel
          {...{ jobRef, view, views, current }}
          stored={job.stored}
          anchor={() => button.current}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
