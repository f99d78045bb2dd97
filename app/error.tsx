'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { NoticePage } from '@/components/ui/notice-page'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <NoticePage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <Link
            href="/"
            className="inline-flex h-8 items-center px-3 text-note font-medium text-muted hover:text-ink"
          >
            All jobs
          </Link>
        </>
      }
    >
      <p>
        Nothing was charged, and nothing that was loaded is lost. If it stays, look into the server’s log.
      </p>
      {error.digest ? <p className="mt-2 text-note">Reference {error.digest}</p> : null}
    </NoticePage>
  )
}
