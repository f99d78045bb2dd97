const labels = new Map([
  ['GOOD_FIT', 'Good fit'],
  ['MAYBE', 'Maybe'],
  ['NOT_A_FIT', 'Not a fit'],
  ['UNRATED', 'Unrated'],
])

/** The provider's rating as a reader sees it; a word it has not documented stands as written. */
export const ratingLabel = (rating: string | null): string =>
  rating === null ? 'Unrated' : (labels.get(rating) ?? rating)
