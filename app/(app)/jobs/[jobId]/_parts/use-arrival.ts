'use client'

import { useCallback, useMemo, useState } from 'react'
import type { CandidatePages } from '@/components/candidate-table/use-candidate-pages'
import type { OpenRows } from '@/components/candidate-table/use-open-rows'
import type { Arrival } from './arrival'

type List = { clear: () => void; open: OpenRows; pages: CandidatePages }

/** The person of the address, until they are found: `onFound` opens them in the unfiltered list once they are loaded. */
export function useArrival(initial: Arrival, { clear, open, pages }: List) {
  const [current, setCurrent] = useState(initial)
  const { jump } = pages
  const { ids, restore } = open
  const onFound = useCallback(() => {
    if (current.kind === 'list') return
    const { applicationId } = current
    clear()
    // The address names them already.
    restore([...ids, applicationId])
    jump({ around: applicationId })
    setCurrent({ kind: 'person', applicationId, index: 0 })
  }, [current, clear, ids, restore, jump])
  const initialIndex = initial.kind === 'person' ? initial.index : 0
  return useMemo(() => ({ current, initialIndex, onFound }), [current, initialIndex, onFound])
}
