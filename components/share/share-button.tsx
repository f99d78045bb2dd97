'use client'

import { Share2 } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import type { Shared } from './share-dialog'

// Sharing is rare: its form is fetched when a pointer or the focus comes near.
const load = async () => ({ default: (await import('./share-dialog')).ShareDialog })
const ShareDialog = lazy(load)

/** Opens the dialog that makes a link. */
export function ShareButton(shared: Shared) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
        className={buttonLook()}
      >
        <Share2 aria-hidden className="size-3.5" />
        Share
      </button>
      <Suspense>
        {open ? (
          <ShareDialog {...shared} anchor={() => button.current} onClose={() => setOpen(false)} />
        ) : null}
      </Suspense>
    </>
  )
}
