'use client'

import { buttonLook } from '@/components/ui/button-look'
import { Bookmark, ChevronDown } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { WaitingPopover } from '@/components/shared/waiting'
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
  const { jobRef, job, view, address } = useScreen()
  const { views, viewId, modified } = address
  const current = { view: views.find(({ id }) => id === viewId) ?? null, modified }
  useSessionView(jobRef)
  return (
    <PartButton
      prepare={ViewsPanel.prepare}
      popover={(floating) => (
        <ViewsPanel {...{ jobRef, view, views, current, ...floating }} stored={job.stored} />
      )}
      className={`${buttonLook()} max-w-64`}
    >
      <Bookmark className={`size-3.5 shrink-0 ${current.view ? 'text-accent' : ''}`} />
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
      {current.view && modified ? (
        <span className="font-normal text-muted card:sr-only">Modified</span>
      ) : null}
      <ChevronDown className="size-3.5 shrink-0 opacity-70 card:hidden" />
    </PartButton>
  )
}
