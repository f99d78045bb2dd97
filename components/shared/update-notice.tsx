'use client'

import { useState } from 'react'
import { useOutdated } from './build-state'
import { Button } from '@/components/ui/button'
import { reloadPage } from '@/components/ui/leave-to'

/** Says once that the server has been updated. Nothing is reloaded before the reader says so. */
export function UpdateNotice() {
  const outdated = useOutdated()
  const [later, setLater] = useState(false)
  // The region is there before its words, so that they are read out.
  return (
    <div role="status" aria-label="Update" className="fixed start-4 bottom-4 z-30 max-w-[calc(100vw-2rem)]">
      {outdated && !later ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line bg-panel px-3.5 py-2.5 text-note shadow-float">
          <p>
            <b className="font-semibold">Shortlist was updated.</b> Reload to use the new version; you stay in
            the same place.
          </p>
          <span className="flex gap-2">
            <Button variant="ghost" onClick={() => setLater(true)}>
              Later
            </Button>
            <Button variant="primary" onClick={reloadPage}>
              Reload
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  )
}
