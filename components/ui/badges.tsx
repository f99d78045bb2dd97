import { Circle, CircleCheck, CircleHelp, CircleSlash, Contrast, type LucideIcon, Star } from 'lucide-react'
import { ratingLabel } from '@/lib/domain/ratings'

const badge =
  'rounded-control text-small inline-flex h-6 max-w-full items-center gap-1 px-1.5 font-medium whitespace-nowrap'

type Look = { icon: LucideIcon; look: string }

// A map, since a rating nobody has documented may be any word: `constructor` too.
const ratings = new Map<string, Look>([
  ['GOOD_FIT', { icon: CircleCheck, look: 'bg-good-soft text-good' }],
  ['MAYBE', { icon: Contrast, look: 'bg-maybe-soft text-maybe' }],
  ['NOT_A_FIT', { icon: CircleSlash, look: 'bg-unfit-soft text-unfit' }],
  ['UNRATED', { icon: Circle, look: 'bg-soft/60 text-muted [&>svg]:[stroke-dasharray:3_3]' }],
])

const undocumented = { icon: CircleHelp, look: 'bg-soft text-muted' }

/** The provider's rating, in a word and a shape; a word it has not documented is shown as written. */
export function RatingBadge({ rating }: { rating: string | null }) {
  const { icon: Icon, look } = ratings.get(rating ?? 'UNRATED') ?? undocumented
  return (
    <span className={`${badge} ${look}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <bdi className="truncate">{ratingLabel(rating)}</bdi>
    </span>
  )
}

/** The applicant marked this job as their top choice. */
export const TopChoiceBadge = () => (
  <span className={`${badge} bg-star-soft text-star`}>
    <Star aria-hidden className="size-3.5 shrink-0 fill-current" />
    Top choice
  </span>
)
