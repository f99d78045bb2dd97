import { RatingBadge, TopChoiceBadge } from '@/components/shared/badges'
import type { GuestPerson } from '@/lib/contracts/guest'
import { OwnVote } from './own-vote'

/** What is said of somebody in a few words: by the network, by the team, and by the guest. */
export const GuestBadges = ({ person }: { person: GuestPerson }) => (
  <>
    <RatingBadge rating={person.rating} />
    {person.isTopChoice === true ? <TopChoiceBadge /> : null}
    <OwnVote mine={person.mine} />
  </>
)
