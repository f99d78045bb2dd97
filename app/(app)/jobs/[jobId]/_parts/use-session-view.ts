'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { useReader } from '@/components/shared/reader'
import { saysView, viewPart } from '@/lib/url/view-part'
import type { JobRef } from '@/lib/url/paths'
import { sessionViewCookie, writeSessionView } from '@/lib/url/session-view'

/**
 * Remembers the view on screen for the rest of the browser's session, so that the job opens with it again. Nothing is
 * remembered before the reader has chosen a view: arriving at everyone is no choice.
 */
export function useSessionView({ jobId, account }: JobRef): void {
  const { id: readerId } = useReader()
  const search = useSearchParams().toString()
  useEffect(() => {
    const path = `/jobs/${jobId}`
    const remember = () => {
      const { pathname, search: shown } = window.location
      if (pathname !== path && !pathname.startsWith(`${path}/`)) return
      if (!saysView(shown) && !document.cookie.includes(`${sessionViewCookie}=`)) return
      const value = writeSessionView({ readerId, account }, viewPart(shown))
      document.cookie = `${sessionViewCookie}=${value ?? ''}; path=${path}${value === null ? '; max-age=0' : ''}; samesite=lax`
    }
    remember()
    const options = { capture: true }
    // Back may have the page read again from the server, and a reload shows this tab's view, not another's: both before
    // anything is drawn.
    for (const event of ['popstate', 'focus']) window.addEventListener(event, remember, options)
    return () => {
      for (const event of ['popstate', 'focus']) window.removeEventListener(event, remember, options)
    }
  }, [search, jobId, account, readerId])
}
