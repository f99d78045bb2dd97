import { ratingLabel, ratingSource } from '@/lib/domain/ratings'

// One element each, its shape drawn as a mask: a list has hundreds of them.
const badge =
  'inline-block h-6 max-w-full truncate rounded-control px-1.5 text-small leading-6 font-medium align-middle ' +
  'before:me-1 before:inline-block before:size-3.5 before:align-[-2.5px] before:bg-current forced-colors:before:bg-[CanvasText]'

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
  <bdi title={ratingSource} className={`${badge} ${ratings.get(rating ?? 'UNRATED') ?? undocumented}`}>
    {ratingLabel(rating)}
  </bdi>
)

/** The applicant marked this job as their top choice. @param small beside a name, in its line */
export const TopChoiceBadge = ({ small = false }: { small?: boolean }) => (
  <span
    className={`${badge} bg-star-soft text-star before:mask-(--shape-star) ${small ? 'h-4.5! shrink-0 px-1! leading-4.5! before:size-3!' : ''}`}
  >
    Top choice
  </span>
)
