import {
  careerFact,
  type CompareAxis,
  educationFact,
  type Fact,
  jobsFact,
  lineFacts,
  messageFact,
} from '@/components/shared/compare-facts'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { ShareFields } from '@/lib/contracts/share-fields'
import { GuestBadges } from './guest-badges'

/** What all people compared share, and what the link shows. */
export type CompareContext = CompareAxis & { fields: ShareFields }

const rating: Fact<GuestPerson, CompareContext> = {
  name: 'Rating',
  of: (person) => (
    <span className="flex flex-wrap gap-1">
      <GuestBadges person={person} />
    </span>
  ),
}

/** @returns the facts to compare: without education where the network states none, without messages the link leaves out */
export function comparedFacts(
  people: readonly GuestPerson[],
  fields: ShareFields,
): readonly Fact<GuestPerson, CompareContext>[] {
  const hasEducation = people.some((person) => person.education.length > 0)
  return [
    rating,
    ...lineFacts,
    careerFact,
    jobsFact,
    ...(hasEducation ? [educationFact] : []),
    ...(fields.message ? [messageFact] : []),
  ]
}
