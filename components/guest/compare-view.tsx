'use client'

import { ArrowLeft, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Absent, Bdi } from '@/components/shared/text'
import type { GuestPerson } from '@/lib/contracts/guest'
import { getGuestName } from './guest-name'
import { type CompareContext, comparedFacts } from './compare-facts'

// Written out, since class names are found in the source.
const widths: Record<number, string> = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-2 lg:grid-cols-3',
  4: 'sm:grid-cols-2 xl:grid-cols-4',
}
const spans: Record<number, string> = { 8: 'row-span-9', 9: 'row-span-10', 10: 'row-span-11' }
const factSpans: Record<number, string> = { 8: 'row-span-8', 9: 'row-span-9', 10: 'row-span-10' }

type Props = {
  people: readonly GuestPerson[]
  onDrop: (ref: string) => void
  onBack: () => void
} & CompareContext

/** A few people side by side, fact by fact; one below the other on a phone. */
export function CompareView({ people, onDrop, onBack, ...shared }: Props) {
  const shown = comparedFacts(people, shared.fields)
  const rows = shown.length
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
      <div className={`mt-3 grid gap-4 ${widths[people.length] ?? ''}`}>
        {people.map((person) => (
          <article
            key={person.ref}
            aria-label={getGuestName(person)}
            className={`${spans[rows]} grid min-w-0 grid-rows-subgrid gap-y-0 rounded-panel border border-line bg-panel`}
          >
            <header className="flex items-start gap-2 p-4 pb-2">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold wrap-anywhere">
                  <Bdi>{getGuestName(person)}</Bdi>
                </h3>
                <p dir="auto" className="text-left text-note wrap-anywhere text-muted">
                  {person.headline ?? 'No headline'}
                </p>
              </div>
              <button
                type="button"
                aria-label={`Take ${getGuestName(person)} out of the comparison`}
                onClick={() => onDrop(person.ref)}
                className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </button>
            </header>
            <dl className={`${factSpans[rows]} grid min-w-0 grid-rows-subgrid gap-y-0`}>
              {shown.map(({ name, of }) => (
                <div key={name} className="min-w-0 border-t border-line px-4 py-2.5">
                  <dt className="text-small text-muted">{name}</dt>
                  <dd className="mt-0.5 wrap-anywhere">{of(person, shared) ?? <Absent>Not known</Absent>}</dd>
                </div>
              ))}
            </dl>
          </article>
        ))}
      </div>
    </section>
  )
}
