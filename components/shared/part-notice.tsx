'use client'

import { Button } from '@/components/ui/button'
import { reloadPage } from '@/components/ui/leave-to'
import type { PartState } from './lazy-part'
import { useOutdated } from './build-state'

type Props = PartState & {
  /** Closes what did not come; absent where there is nothing to close. */
  onClose?: () => void
}

/** Says that a part of the page did not load, and what to do about it. The rest of the page stays as it is. */
export function PartNotice({ state, retry, onClose }: Props) {
  const outdated = useOutdated()
  return (
    <div role="alert" className="p-3.5 text-note">
      <p className="font-medium">{outdated ? 'Shortlist was updated' : 'This part did not load'}</p>
      <p className="mt-0.5 text-muted">
        {outdated
          ? 'Reload the page to go on. You will be back in the same place.'
          : 'Check the connection, then try again. Nothing on the page is lost.'}
      </p>
      <div className="mt-2.5 flex gap-2">
        {outdated ? (
          <Button onClick={reloadPage}>Reload</Button>
        ) : (
          <Button busy={state === 'retrying'} onClick={retry}>
            Try again
          </Button>
        )}
        {onClose ? (
          <Button variant="ghost" onClick={onClose}>
            Close
          </Button>
        ) : null}
      </div>
    </div>
  )
}
