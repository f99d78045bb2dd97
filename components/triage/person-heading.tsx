'use client'

import type { ReactNode } from 'react'
import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import type { TriagePerson } from '@/lib/contracts/triage'
import { displayName } from '@/lib/domain/current-role'

/** HTML id of the name of whoever is on screen. */
export const headingId = (applicationId: string) => `triage-${encodeURIComponent(applicationId)}`

/** Who is on screen, and what is known of them at a glance. */
export function PersonHeading({
  person: { candidate, mark },
  children,
}: {
  person: TriagePerson
  /** What can be done beside the name. */
  children?: ReactNode
}) {
  const { location, rating, isTopChoice, unreadable } = candidate
  const suggestions = mark.suggestions ?? []
  return (
    <div className="flex flex-col gap-1.5 ps-14 pe-5 pt-4 card:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1
          id={headingId(candidate.applicationId)}
          tabIndex={-1}
          className="min-w-0 text-title font-semibold tracking-tight wrap-anywhere outline-none"
        >
          <Bdi>{displayName(candidate)}</Bdi>
        </h1>
        {unreadable ? null : <RatingBadge rating={rating} />}
        {isTopChoice === true ? <TopChoiceBadge /> : null}
        {mark.decision ? <DecisionBadge decision={mark.decision.decision} /> : null}
        {children}
      </div>
      {location === null ? null : (
        <p className="text-note text-muted">
          <Bdi>{location}</Bdi>
        </p>
      )}
      {suggestions.length === 0 ? null : (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-note text-muted">
          {suggestions.map(({ by, decision }) => (
            <span key={by.id} className="inline-flex items-center gap-1.5">
              <Bdi>{by.name}</Bdi> <span>suggests</span> <DecisionBadge decision={decision} />
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
