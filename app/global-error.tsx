'use client'

import './globals.css'
import { useLayoutEffect } from 'react'
import type { Failure } from '@/components/shell/error-notice'
import { lazyError } from '@/components/shell/lazy-error'

const Notice = lazyError(async () => (await import('@/components/shell/error-notice')).ErrorNotice)

export default function GlobalError(failure: Failure) {
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
          <Notice {...failure} />
        </main>
      </body>
    </html>
  )
}
