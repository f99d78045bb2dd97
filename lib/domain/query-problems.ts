import type { QueryProblem } from './word-query'

/** Why a search cannot be read, and what to do about it. */
export const queryProblems: Record<QueryProblem, string> = {
  quote: 'A quotation mark is still open. Close it, or take it out.',
  or: 'OR stands between two words. Add the word that is missing, or take OR out.',
  minus: 'A minus leaves out the word right behind it. Add the word, or put the minus in quotes.',
  long: 'These are too many words. Search for at most 40.',
}
