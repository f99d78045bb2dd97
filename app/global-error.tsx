'use client'

import './globals.css'
import { useLayoutEffect } from 'react'
import type { Failure } from '@/components/shell/error-notice'
import { Button } from '@/components/ui/button'
import { NoticePage } from '@/components/ui/notice-page'

export default function GlobalError({ retry }: Failure) {
  // It stands in for the layout too, which would choose the colours: the system's are taken.
  useLayoutEffect(() => {
    const { matches } = window.matchMedia('(prefers-color-scheme: dark)')
    document.documentElement.classList.toggle('dark', matches)
  }, [])
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Shortlist</title>
        <main className="h-dvh">
          <NoticePage
            title="Something went wrong"
            actions={
              <Button variant="primary" onClick={retry}>
                Try again
              </Button>
            }
          >
            <p>
              Your data is safe, and no credits were spent by opening this page. Try again; if it keeps
              happening, tell your administrator.
            </p>
          </NoticePage>
        </main>
      </body>
    </html>
  )
}
