import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import {
  type Compared,
  type CompareAxis,
  educationFact,
  type Fact,
  jobsFact,
  lineFacts,
  messageFact,
} from '@/components/shared/compare-facts'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import type { TriagePerson } from '@/lib/contracts/triage'

type TeamFact = Fact<TriagePerson, CompareAxis>

/** A fact of the candidate within what the team reads of somebody. */
const ofCandidate = ({ name, of, same }: Fact<Compared, CompareAxis>): TeamFact => ({
  name,
  of: ({ candidate }, context) => of(candidate, context),
  ...(same && { same: ({ candidate }, context) => same(candidate, context) }),
})

const rating: TeamFact = {
  name: 'Rating',
  same: ({ candidate: { rating: word, isTopChoice } }) => `${word} ${isTopChoice === true}`,
  of: ({ candidate: { rating: word, isTopChoice, unreadable } }) =>
    unreadable ? null : (
      <span className="flex flex-wrap gap-1">
        <RatingBadge rating={word} />
        {isTopChoice === true ? <TopChoiceBadge /> : null}
      </span>
    ),
}

const decision: TeamFact = {
  name: 'Decision',
  same: ({ mark }) => mark.decision?.decision ?? null,
  of: ({ mark: { decision: made, suggestions = [] } }) => (
    <span className="flex flex-col items-start gap-1">
      {made ? (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <DecisionBadge decision={made.decision} />
          <span className="text-note text-muted">
            by <Bdi>{made.by.name}</Bdi>
            {made.reason ? (
              <>
                {' · '}
                <Bdi>{made.reason.label}</Bdi>
              </>
            ) : null}
          </span>
        </span>
      ) : (
        <span className="text-note text-muted">Undecided</span>
      )}
      {made?.comment ? (
        <span className="text-note">
          <Bdi>{made.comment}</Bdi>
        </span>
      ) : null}
      {suggestions.map(({ by, decision: suggested }) => (
        <span key={by.id} className="flex flex-wrap items-center gap-2 text-note text-muted">
          <Bdi>{by.name}</Bdi> suggests <DecisionBadge decision={suggested} />
        </span>
      ))}
    </span>
  ),
}

/** What the team compares; education and messages only where somebody has some. */
export function teamFacts(people: readonly TriagePerson[]): readonly TeamFact[] {
  const hasEducation = people.some(({ candidate }) => candidate.education.length > 0)
  const hasMessage = people.some(({ candidate }) => candidate.topChoiceMessage !== null)
  return [
    rating,
    decision,
    ...lineFacts.map(ofCandidate),
    ofCandidate(jobsFact),
    ...(hasEducation ? [ofCandidate(educationFact)] : []),
    ...(hasMessage ? [ofCandidate(messageFact)] : []),
  ]
}
