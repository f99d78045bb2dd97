'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { normalizeView, viewParsers } from '@/lib/url/view'

/** Whether a change can be undone by Back, or goes into the step before it. */
export type HistoryStep = 'push' | 'replace'

/** The view in the address bar, and the only way to change it. Each change is one step of the browser's history, but for letters of one search. */
export function useView() {
  const [parsed, setParsed] = useQueryStates(viewParsers, { history: 'push', shallow: true, scroll: false })
  const view = useMemo(() => normalizeView(parsed), [parsed])
  const change = useCallback(
    (patch: Partial<View>, step: HistoryStep = 'push') => void setParsed(patch, { history: step }),
    [setParsed],
  )
  const clear = useCallback(() => {
    const { sort: _kept, ...filters } = emptyView
    void setParsed(filters)
  }, [setParsed])
  return { view, change, clear }
}
