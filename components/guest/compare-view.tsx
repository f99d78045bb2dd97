'use client'

import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { CompareGrid } from '@/components/shared/compare-grid'
import { Button } from '@/components/ui/button'
import type { GuestPerson } from '@/lib/contracts/guest'
import { getGuestName } from './guest-name'
import { type CompareContext, comparedFacts } from './compare-facts'

type Props = {
  people: readonly GuestPerson[]
  onDrop: (ref: string) => void
  onBack: () => void
} & CompareContext

/** A few people side by side, fact by fact; one below the other on a phone. */
export function CompareView({ people, onDrop, onBack, ...context }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed is gone: the list behind it, or somebody's column.
  useEffect(() => heading.current?.focus(), [people.length])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onBack()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onBack])
  return (
    <section aria-label="Compare" className="px-5 pb-10 card:px-4">
      <Button variant="ghost" onClick={onBack} className="-ms-3">
        <span className="inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden className="size-3.5" />
          Back to the list
        </span>
      </Button>
      <h2 ref={heading} tabIndex={-1} className="mt-2 font-semibold outline-none">
        {people.length} people compared
      </h2>
      <CompareGrid
        columns={people.map((person) => ({
          key: person.ref,
          person,
          name: getGuestName(person),
          headline: person.headline,
          onDrop: () => onDrop(person.ref),
        }))}
        facts={comparedFacts(people, context.fields)}
        context={context}
      />
    </section>
  )
}
