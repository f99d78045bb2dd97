'use client'

import { useEffect, useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { useIntent } from '@/components/ui/use-intent'
import type { ListState } from './use-candidate-list'

// For a pointer that rests on a career: fetched at the first sign of a reader.
const CareerTooltip = lazyPart(
  async () => (await import('./career-tooltip')).CareerTooltip,
  () => null,
)

/** The tooltip of all careers, from the first time a pointer comes to a row. */
export function CareerPointer({ list }: { list: ListState }) {
  const { elements, people, axis } = list
  const [pointed, setPointed] = useState(false)
  useIntent(CareerTooltip.prepare)
  useEffect(() => {
    const rows = elements.rowsRef.current
    const onPointer = () => setPointed(true)
    rows?.addEventListener('pointerover', onPointer, { once: true })
    return () => rows?.removeEventListener('pointerover', onPointer)
  }, [elements])
  if (!pointed) return null
  const { range } = people.pages
  return (
    <CareerTooltip
      body={elements.rowsRef}
      candidateAt={(index) => range?.items[index - range.firstIndex]}
      axis={axis}
      asOf={people.asOf}
    />
  )
}
