'use client'

import { useRef, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Share2 } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog } from '@/components/shared/waiting'
import type { Shared } from './share-dialog'

// Sharing is rare: its form is fetched when a pointer or the focus comes near.
const ShareDialog = lazyPart(
  async () => (await import('./share-dialog')).ShareDialog,
  (props) => <WaitingDialog {...props} label="Share" />,
)

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
        onPointerEnter={ShareDialog.prepare}
        onFocus={ShareDialog.prepare}
        onClick={() => setOpen(true)}
        className={buttonLook()}
      >
        <Share2 className="size-3.5" />
        <span className="card:sr-only">Share</span>
      </button>
      {open ? <ShareDialog {...shared} anchor={() => button.current} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
