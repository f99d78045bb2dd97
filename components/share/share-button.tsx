'use client'

import { buttonLook } from '@/components/ui/button-look'
import { Share2 } from '@/components/ui/icons'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { WaitingDialog } from '@/components/shared/waiting'
import type { Shared } from './share-dialog'

// Sharing is rare: its form is fetched when a pointer or the focus comes near.
const ShareDialog = lazyPart(
  async () => (await import('./share-dialog')).ShareDialog,
  (props) => <WaitingDialog {...props} label="Share" />,
)

/** Opens the dialog that makes a link. */
export function ShareButton(shared: Shared) {
  return (
    <PartButton
      prepare={ShareDialog.prepare}
      popover={(floating) => <ShareDialog {...shared} {...floating} />}
      className={buttonLook()}
    >
      <Share2 className="size-3.5" />
      <span className="card:sr-only">Share</span>
    </PartButton>
  )
}
