'use client'

import { useRef, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingPopover } from '@/components/shared/waiting'
import { buttonLook } from '@/components/ui/button-look'
import { Ellipsis } from '@/components/ui/icons'
import { useScreen } from './use-job-screen'
import type { ViewMenuProps } from './view-menu-items'

const ViewMenuItems = lazyPart<ViewMenuProps>(
  async () => (await import('./view-menu-items')).ViewMenuItems,
  (props) => <WaitingPopover {...props} label="More about this job" align="end" />,
)

/** Opens what is done less often with a job or the view of it. */
export function ViewMenu() {
  const { jobRef, view, matched } = useScreen()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label="More about this job"
        aria-haspopup="dialog"
        aria-expanded={open}
        title="More"
        onPointerEnter={ViewMenuItems.prepare}
        onFocus={ViewMenuItems.prepare}
        onClick={() => setOpen(!open)}
        className={buttonLook()}
      >
        <Ellipsis className="size-3.5" />
      </button>
      {open ? (
        <ViewMenuItems
          jobRef={jobRef}
          view={view}
          matched={matched}
          anchor={() => button.current}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
