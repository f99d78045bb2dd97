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
            title="Shortlist could not be shown"
            actions={
              <Button variant="primary" onClick={retry}>
                Try again
              </Button>
            }
          >
            <p>
              Nothing is lost: everyone who was loaded is kept, and showing a page never spends credits. If
              trying again does not help, the server’s log may say why.
            </p>
          </NoticePage>
        </main>
      </body>
    </html>
  )
}
