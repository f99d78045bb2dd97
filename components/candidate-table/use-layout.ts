'use client'

import { useCallback, useMemo, useState } from 'react'
import { defaultLayout, layoutParsers, layoutToSearch, type TableLayout } from '@/lib/url/layout'
import { layoutCookie } from '@/lib/url/layout-cookie'

const year = 31_536_000

function remember(layout: TableLayout) {
  const value = encodeURIComponent(layoutToSearch(layout))
  document.cookie = `${layoutCookie}=${value}; path=/; max-age=${value === '' ? 0 : year}; samesite=lax`
}

// From the first change on the arrangement is the reader's own: what a link brought leaves the address.
function leaveAddress() {
  const url = new URL(window.location.href)
  const before = url.search
  for (const key of Object.keys(layoutParsers)) url.searchParams.delete(key)
  if (url.search !== before) window.history.replaceState(null, '', url.pathname + url.search)
}

export type Layout = {
  layout: TableLayout
  change: (patch: Partial<TableLayout>) => void
  reset: () => void
}

/**
 * How the table is arranged, kept per browser in a cookie, so that the first HTML is already right.
 * @param initial what the server read from the address or the cookie
 */
export function useLayout(initial: TableLayout): Layout {
  const [layout, setLayout] = useState(initial)
  const put = useCallback((next: TableLayout) => {
    setLayout(next)
    remember(next)
    leaveAddress()
  }, [])
  const change = useCallback((patch: Partial<TableLayout>) => put({ ...layout, ...patch }), [put, layout])
  const reset = useCallback(() => put(defaultLayout), [put])
  return useMemo(() => ({ layout, change, reset }), [layout, change, reset])
}
