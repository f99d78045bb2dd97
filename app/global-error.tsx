'use client'

import './globals.css'
import { Button } from '@/components/ui/button'
import { NoticePage } from '@/components/ui/notice-page'

export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Shortlist</title>
        <NoticePage
          title="Shortlist could not be shown"
          actions={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          <p>
            Nothing was charged, and nothing that was loaded is lost. If it stays, look into the server’s log.
          </p>
        </NoticePage>
      </body>
    </html>
  )
}
