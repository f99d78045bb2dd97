'use client'

import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { Columns3, Link2 } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { WaitingPopover } from '@/components/shared/waiting'
import type { View } from '@/lib/contracts/view'
import { layoutToSearch, type TableLayout } from '@/lib/url/layout'
import { type JobRef, sharedJobPath } from '@/lib/url/paths'
import { useScreen } from './use-job-screen'

// Arranging the table is rare: its controls are fetched when a pointer or the focus comes near.
const DisplayOptions = lazyPart(
  async () => (await import('@/components/candidate-table/display-options')).DisplayOptions,
  ({ anchor, onClose, state, retry }) => (
    <WaitingPopover {...{ anchor, onClose, state, retry }} label="Display options" align="end" />
  ),
)

const HideDecided = lazyPart<object>(
  async () => (await import('./hide-decided')).HideDecided,
  () => null,
)

/** The view's link with the arrangement in it: a default arrangement needs none. */
function linkWithLayout(ref: JobRef, view: View, layout: TableLayout): string {
  const url = new URL(sharedJobPath(ref, view), window.location.origin)
  for (const [key, value] of new URLSearchParams(layoutToSearch(layout))) url.searchParams.set(key, value)
  return url.href
}

/** Opens the display options under it. */
export function DisplayButton() {
  const { jobRef, view, display, absentColumns } = useScreen()
  return (
    <PartButton
      prepare={DisplayOptions.prepare}
      popover={(floating) => (
        <DisplayOptions {...floating} display={display} absent={absentColumns} people={<HideDecided />}>
          <CopyButton
            text={() => linkWithLayout(jobRef, view, display.layout)}
            label="Copy link with these columns"
            icon={Link2}
          />
        </DisplayOptions>
      )}
      className={buttonLook()}
    >
      <Columns3 className="size-3.5" />
      <span className="card:sr-only">Display</span>
    </PartButton>
  )
}
