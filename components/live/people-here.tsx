'use client'

import { createPortal } from 'react-dom'
import { useLiveState } from './live-store'

const maxShown = 4

const initials = (name: string) =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase()

/** Who else looks at this job now, by their initials: drawn in the element of this id, which the top bar keeps for it. */
export function PeopleHere({ elementId }: { elementId: string }) {
  const { people } = useLiveState()
  const place = document.getElementById(elementId)
  if (people.length === 0 || place === null) return null
  return createPortal(
    // Initials that do not fit on a phone wrap out of sight.
    <ul aria-label="Also here" className="flex h-6 flex-wrap items-center justify-end gap-1 overflow-hidden">
      {people.slice(0, maxShown).map(({ id, name }) => (
        <li
          key={id}
          title={name}
          className="grid size-6 place-items-center rounded-full border border-line bg-soft text-small font-medium"
        >
          <span aria-hidden>{initials(name)}</span>
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {people.length > maxShown ? (
        <li className="text-small text-muted">{`+${people.length - maxShown}`}</li>
      ) : null}
    </ul>,
    place,
  )
}
