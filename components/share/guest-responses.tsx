import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { voteLabels } from '@/components/shared/vote-words'
import type { GuestResponse } from '@/lib/contracts/votes'

/** What guests said of a person, latest first. Nothing where nobody did. */
export function GuestResponses({ responses }: { responses: readonly GuestResponse[] }) {
  if (responses.length === 0) return null
  return (
    <section aria-label="What guests said" className="text-note">
      <h2 className="text-small font-semibold text-muted">What guests said</h2>
      <ul className="mt-1 flex flex-col gap-2">
        {responses.map(({ guestName, vote, comment, linkTitle, at }, index) => (
          <li key={index} className="rounded-control border border-line bg-panel px-3 py-2">
            <p className="wrap-anywhere">
              <span className="font-medium">
                <Bdi>{guestName}</Bdi>
              </span>
              {vote === null ? null : <span className="text-accent"> · {voteLabels[vote]}</span>}
            </p>
            {comment === null ? null : (
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {comment}
              </p>
            )}
            <p className="text-small wrap-anywhere text-muted">
              <Bdi>{linkTitle}</Bdi>, <LocalTime iso={at} format="moment" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
