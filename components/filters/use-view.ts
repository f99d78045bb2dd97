'use client'

import { useCallback, useMemo } from 'react'
import { type HistoryStep, useAddress } from '@/components/shared/use-address'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { normalizeView, viewParsers } from '@/lib/url/view'

/** The view in the address bar, and the only way to change it. Each change is one step of the browser's history, but for letters of one search. */
export function useView() {
  const [parsed, setParsed] = useAddress(viewParsers)
  const view = useMemo(() => normalizeView(parsed), [parsed])
  const change: (patch: Partial<View>, step?: HistoryStep) => void = setParsed
  const clear = useCallback(() => {
    const { sort: _kept, ...filters } = emptyView
    setParsed(filters)
  }, [setParsed])
  return { view, change, clear }
}
