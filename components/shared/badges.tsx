import { ratingLabel, ratingSource } from '@/lib/domain/ratings'

// A map, since a rating nobody has documented may be any word: `constructor` too.
const ratings = new Map<string, string>([
  ['GOOD_FIT', 'bg-good-soft text-good before:mask-(--shape-good)'],
  ['MAYBE', 'bg-maybe-soft text-maybe before:mask-(--shape-maybe)'],
  ['NOT_A_FIT', 'bg-unfit-soft text-unfit before:mask-(--shape-unfit)'],
  ['UNRATED', 'bg-soft/60 text-muted before:mask-(--shape-unrated)'],
])

const undocumented = 'bg-soft text-muted before:mask-(--shape-unknown)'

/** The provider's rating, in a word and a shape; a word it has not documented is shown as written. */
export const RatingBadge = ({ rating }: { rating: string | null }) => (
  <bdi title={ratingSource} className={`rating-badge ${ratings.get(rating ?? 'UNRATED') ?? undocumented}`}>
    {ratingLabel(rating)}
  </bdi>
)

/** The applicant marked this job as their top choice. @param small beside a name, in its line */
export const TopChoiceBadge = ({ small = false }: { small?: boolean }) => (
  <span
    className={`rating-badge bg-star-soft text-star before:mask-(--shape-star) ${small ? 'h-4.5! shrink-0 px-1! leading-4.5! before:size-3!' : ''}`}
  >
    Top choice
  </span>
)
