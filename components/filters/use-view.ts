'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { normalizeView, viewParsers } from '@/lib/url/view'

/** The view in the address bar, and the only way to change it. Each change is one step of the browser's history. */
export function useView() {
  const [parsed, setParsed] = useQueryStates(viewParsers, { history: 'push', shallow: true, scroll: false })
  const view = useMemo(() => normalizeView(parsed), [parsed])
  const change = useCallback((patch: Partial<View>) => void setParsed(patch), [setParsed])
  const clear = useCallback(() => {
    const { sort: _kept, ...filters } = emptyView
    void setParsed(filters)
  }, [setParsed])
  return { view, change, clear }
}
