import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { CandidateChange } from '@/lib/contracts/candidate'
import { ratingLabel } from '@/lib/domain/ratings'

const names: Record<CandidateChange['kind'], string> = {
  new: 'First loaded',
  rating: 'Rated',
  top_choice: 'Became a top choice',
  message: 'Message changed',
  headline: 'Headline changed',
  current_job: 'Current job changed',
  gone: 'No longer listed',
  back: 'Listed again',
}

function Detail({ kind, from, to }: CandidateChange) {
  if (kind === 'rating') {
    return (
      <span className="text-muted">
        {' '}
        {ratingLabel(from)} → {ratingLabel(to)}
      </span>
    )
  }
  const text = to ?? from
  if (text === null || kind === 'new' || kind === 'gone' || kind === 'back') return null
  return (
    <span className="block wrap-anywhere text-muted">
      {from === null ? null : (
        <>
          <s>
            <Bdi>{from}</Bdi>
          </s>{' '}
        </>
      )}
      {to === null ? null : <Bdi>{to}</Bdi>}
    </span>
  )
}

/** What changed for a person since they were first loaded, latest first. Nothing for someone who is as they were. */
export function ChangeList({ changes }: { changes: readonly CandidateChange[] }) {
  const shownChanges = changes.filter(({ kind }) => kind !== 'new')
  if (shownChanges.length === 0) return null
  return (
    <section aria-label="What changed" className="text-note">
      <h2 className="text-small font-semibold text-muted">What changed</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {shownChanges.map((change, at) => (
          <li key={at} className="flex gap-3">
            <span className="w-24 shrink-0 text-muted">
              <LocalTime iso={change.at} format="date" />
            </span>
            <span className="min-w-0">
              {names[change.kind]}
              <Detail {...change} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
