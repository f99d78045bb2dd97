import { facetDefinitions } from '@/lib/contracts/facet-definitions'
import { knownRatings } from '@/lib/contracts/words'

const { values } = facetDefinitions.rating
const labels = new Map<string, string>(knownRatings.map((rating) => [rating, values[rating]]))

/** The provider's rating as a reader sees it; a word it has not documented stands as written. */
export const ratingLabel = (rating: string | null): string =>
  rating === null ? values.UNRATED : (labels.get(rating) ?? rating)

/** Where a rating comes from, as readers are told: nobody of the team gave it. */
export const ratingSource = 'Rated on the network, possibly by its own rules'
