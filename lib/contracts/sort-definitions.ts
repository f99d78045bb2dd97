export type SortDefinition = {
  /** Within a sentence: what comes first, ascending and descending. */
  words: readonly [ascending: string, descending: string]
  /** What a reader chooses from where there are no headers to press, as it stands in an address. */
  orders: Readonly<Record<string, string>>
  /** Guests of a share link can sort by it; `named`: only where they are shown names. */
  guests?: true | 'named'
  /** Only on jobs of which this is true. */
  needs?: 'hasApplied'
  /** Its values are what people did about an applicant: they change without the list. */
  marks?: true
  /** Each reader has an order of their own: its rows are not the same for everyone. */
  forReader?: true
  /** Only while there is a search: without one it means nothing. */
  needsSearch?: true
}

/**
 * What a list can be sorted by, each declared once. Addresses, menus and guests' pages read this;
 * `candidates/store/sort-columns.ts` says which columns hold the values. A table column names the sort of its header in `lib/domain/columns.ts`.
 */
export const sortDefinitions = {
  position: {
    words: ['as the network ranks them', 'as the network ranks them, reversed'],
    orders: { '': 'As the network ranks them' },
    guests: true,
  },
  shuffled: {
    words: ['shuffled for you', 'shuffled for you, reversed'],
    orders: { shuffled: 'Shuffled for you' },
    forReader: true,
  },
  match: {
    words: ['best match', 'weakest match'],
    orders: { match: 'Best match for the search' },
    guests: true,
    needsSearch: true,
  },
  rating: {
    words: ['best rating', 'lowest rating'],
    orders: {
      rating: 'Rating, best first',
      'rating,-years': 'Rating, then most experience',
      'rating,-seen': 'Rating, then newest',
    },
    guests: true,
  },
  name: {
    words: ['name A to Z', 'name Z to A'],
    orders: { name: 'Name, A to Z', '-name': 'Name, Z to A' },
    guests: 'named',
  },
  years: {
    words: ['least experience', 'most experience'],
    orders: { '-years': 'Experience, most first', years: 'Experience, least first' },
    guests: true,
  },
  applied: {
    words: ['applied first', 'applied last'],
    orders: { '-applied': 'Applied, newest first', applied: 'Applied, oldest first' },
    needs: 'hasApplied',
  },
  seen: {
    words: ['oldest', 'newest'],
    orders: { '-seen': 'Added, newest first', '-seen,rating': 'Added, then rating' },
  },
  top: {
    words: ['not marked first', 'top choice first'],
    orders: { '-top': 'Top choice first' },
  },
  decision: {
    words: ['shortlisted first', 'rejected first'],
    orders: { decision: 'Decision, shortlisted first' },
    marks: true,
  },
  next: {
    words: ['next action due first', 'next action due last'],
    orders: { next: 'Next action, due first' },
    marks: true,
  },
  votes: {
    words: ['fewest guest votes for', 'most guest votes for'],
    orders: { '-votes': 'Guest votes, most in favour first' },
    marks: true,
  },
} as const satisfies Record<string, SortDefinition>

/** The definition of a sort whose key is known only at run time. */
export const getSort = (key: keyof typeof sortDefinitions): SortDefinition => sortDefinitions[key]
