'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import type { CandidatePages } from './use-candidate-pages'
import type { OpenRows } from './use-open-rows'

type PersonStep = {
  /** The row number of the open person, from 0; null while the view does not show them. */
  index: number | null
  count: number
  /** Opens the person that many places further down the list, or up. */
  step: (by: number) => void
}

/** The person open beside the list; still the one they were when a change of the view leaves them out. */
export function useOpenPerson({ range }: CandidatePages, { ids, beside }: OpenRows): MarkedCandidate | null {
  const id = beside ? ids.at(-1) : undefined
  const found = id === undefined ? undefined : range?.items.find((item) => item.applicationId === id)
  const [last, setLast] = useState(found)
  if (found && found !== last) setLast(found)
  if (id === undefined) return null
  return found ?? (last?.applicationId === id ? last : null)
}

/** Goes from the open person to the next one of the list, loading on where its rows end. */
export function usePersonStep(pages: CandidatePages, { ids, open }: OpenRows): PersonStep {
  const { range, cover } = pages
  const id = ids.at(-1)
  const at = id === undefined || !range ? -1 : range.items.findIndex((item) => item.applicationId === id)
  const index = at === -1 || !range ? null : range.firstIndex + at
  // Whoever comes after somebody that the view leaves out now has their place.
  const place = useRef(0)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (index !== null) place.current = index
  }, [index])

  const openAt = useCallback(
    (target: number) => {
      const person = range?.items[target - range.firstIndex]
      wanted.current = person ? null : target
      if (person) open(person.applicationId)
      else cover(target, target)
    },
    [range, open, cover],
  )
  useEffect(() => {
    if (wanted.current !== null) openAt(wanted.current)
  }, [openAt])

  const count = range?.count ?? 0
  const step = useCallback(
    (by: number) => {
      const from = index ?? place.current - (by > 0 ? 1 : 0)
      const target = from + by
      if (target >= 0 && target < count) openAt(target)
    },
    [index, count, openAt],
  )
  return useMemo(() => ({ index, count, step }), [index, count, step])
}
