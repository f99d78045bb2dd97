'use client'

import { Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { LocalTime } from '@/components/shared/local-time'
import type { NewShareLink } from '@/lib/contracts/share-link'
import { sharePath } from '@/lib/url/job-pages'
import { fieldLook } from '@/components/ui/field-look'
import { Link } from '@/components/ui/link'

/** The link that was made: shown this once, since only its hash is kept. */
export function MadeLink({ made, onClose }: { made: NewShareLink; onClose: () => void }) {
  const { link, token } = made
  const url = new URL(sharePath(token), window.location.origin).href
  return (
    <div className="px-5 pt-1 pb-5">
      <p className="text-muted">
        Copy this link now. You won’t see it again. Anyone with it
        {link.hasPasscode ? ' and the passcode' : ''} can view the list until{' '}
        <LocalTime iso={link.expiresAt} format="date" />, or until you revoke it.
      </p>
      <input
        readOnly
        aria-label="The link"
        value={url}
        onFocus={(event) => event.target.select()}
        className={`${fieldLook} mt-3 w-full`}
      />
      {link.hasPasscode ? (
        <p className="mt-2 text-note text-muted">Send the passcode another way than the link.</p>
      ) : null}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <CopyButton text={() => url} label="Copy the link" icon={Link2} />
        <Button variant="ghost" onClick={onClose}>
          Done
        </Button>
        <Link
          href="/settings/links"
          className="ms-auto rounded-mark text-note font-medium text-accent underline-offset-2 hover:underline"
        >
          All links
        </Link>
      </div>
    </div>
  )
}
