'use client'

import { useCallback, useMemo } from 'react'
import { type HistoryStep, useAddress } from '@/components/shared/use-address'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { parseAsString } from '@/lib/url/parser'
import { normalizeView, viewParsers } from '@/lib/url/view'

const parsers = { ...viewParsers, view: parseAsString }
const isEveryone = () => new URLSearchParams(window.location.search).get('view') === 'all'

/** The view in the address bar, and the only way to change it. Each change is one step of the browser's history, but for letters of one search. */
export function useView() {
  const [parsed, setParsed] = useAddress(parsers)
  const view = useMemo(() => normalizeView(parsed), [parsed])
  const change = useCallback(
    // The name of a saved view stays with its changed filters. “Everyone” is true of the unchanged view alone.
    (patch: Partial<View>, step?: HistoryStep) =>
      setParsed(isEveryone() ? { ...patch, view: null } : patch, step),
    [setParsed],
  )
  const clear = useCallback(() => {
    const { sort: _kept, ...filters } = emptyView
    setParsed(filters)
  }, [setParsed])
  return { view, change, clear }
}
