'use client'

import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { reloadPage } from '@/components/ui/leave-to'
import { NoticePage } from '@/components/ui/notice-page'
import { storeAwayDigest } from '@/lib/contracts/store-away'
import { HomeLink } from './home-link'

/** What an error boundary of the framework is given; what was thrown in a browser may be anything. */
export type Failure = { error: unknown; retry: () => void }

function getReference(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}

// Code that did not come does not come by drawing the page again: the files of an older build may be gone.
const isMissingCode = (error: unknown) => error instanceof Error && error.name === 'ChunkLoadError'

/** A page failed while it was drawn: what that means for the reader, and what they can do. */
export function ErrorNotice({ error, retry }: Failure) {
  const reference = getReference(error)
  const isStoreAway = reference === storeAwayDigest
  return (
    <NoticePage
      title={isStoreAway ? 'The store cannot be reached' : 'Something went wrong'}
      actions={
        <>
          <Button variant="primary" onClick={isMissingCode(error) ? reloadPage : retry}>
            Try again
          </Button>
          <HomeLink className={buttonLook('ghost')}>All jobs</HomeLink>
        </>
      }
    >
      <p>
        Your data is safe, and no credits were spent by opening this page. Try again
        {isStoreAway ? ' in a moment' : ''}; if it keeps happening, tell your administrator.
      </p>
      {reference && !isStoreAway ? <p className="mt-2 text-note">Reference {reference}</p> : null}
    </NoticePage>
  )
}
