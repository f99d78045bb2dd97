'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
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
  return (
    <PartButton
      aria-label="More about this job"
      title="More"
      prepare={ViewMenuItems.prepare}
      popover={(floating) => <ViewMenuItems {...{ jobRef, view, matched, ...floating }} />}
      className={buttonLook()}
    >
      <Ellipsis className="size-3.5" />
    </PartButton>
  )
}
