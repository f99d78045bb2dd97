export const passwordHint =
  'At least 12 characters. A few words that belong together only for you make a good one.'
