'use client'

import { useCallback } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { useScreen } from './use-job-screen'

/**
 * Whom a key is about.
 * @returns a function that returns the person whose row or opened details have the focus, else the person open beside
 * the list; null for nobody
 */
export function useFocusedPerson(): () => MarkedCandidate | null {
  const { pages, openPerson } = useScreen()
  const { range } = pages
  return useCallback(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]')
    if (!row || !range) return openPerson
    return range.items[Number(row.dataset['index']) - range.firstIndex] ?? null
  }, [range, openPerson])
}
