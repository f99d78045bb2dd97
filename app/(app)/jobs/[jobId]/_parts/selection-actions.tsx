'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { Link2 } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { candidatePath, type JobRef } from '@/lib/url/paths'
import { ShareView } from './share-view'
import { useScreen } from './use-job-screen'
import { toScope } from './use-select-all'

// Needed once somebody is selected.
const SelectionTools = lazyPart(
  async () => (await import('./selection-tools')).SelectionTools,
  ({ state, retry, onClear }) =>
    state === 'loading' ? null : (
      <div className="fixed end-4 bottom-[calc(1rem+var(--below,0px))] z-20 rounded-panel border border-line bg-panel shadow-float">
        <PartNotice state={state} retry={retry} onClose={onClear} />
      </div>
    ),
)

/** Loads the bar before the first selection. */
export const prepareSelection = SelectionTools.prepare

const linksTo = (ref: JobRef, applicationIds: Iterable<string>) =>
  [...applicationIds].map((id) => new URL(candidatePath(ref, id), window.location.origin).href).join('\n')

/** What can be done with the people selected, in a bar over the list. */
export function SelectionActions() {
  const { jobRef, view, filtered, selection } = useScreen()
  const { ids, whole, clear } = selection
  const everyone = filtered ? 'Everyone who matches' : 'Everyone stored'
  const scope = whole === toScope(view) ? everyone : null
  if (ids.size === 0) return null
  return (
    <SelectionTools count={ids.size} scope={scope} onClear={clear}>
      <CopyButton
        text={() => linksTo(jobRef, ids)}
        label={ids.size === 1 ? 'Copy link' : 'Copy links'}
        icon={Link2}
      />
      <ShareView selected={[...ids]} />
    </SelectionTools>
  )
}
