import type { Candidate } from '@/lib/contracts/candidate'
import type { SortRule } from '@/lib/contracts/view'
import { sortKeys } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'

/** An order as an address writes it. */
export const rule = (text: string): SortRule =>
  text.startsWith('-')
    ? { key: text.slice(1) as SortRule['key'], descending: true }
    : { key: text as SortRule['key'], descending: false }

// A shuffled order promises no values: shuffled-order.test.ts says what it does promise.
const single = sortKeys.filter((key) => key !== 'shuffled').flatMap((key) => [[rule(key)], [rule(`-${key}`)]])
const several = [
  [rule('rating'), rule('-years')],
  [rule('-rating'), rule('name')],
  [rule('-name'), rule('seen')],
  [rule('years'), rule('-position')],
]
/** Every order of one rule, some of two, and none. */
export const orders = [[], ...single, ...several]
export const nameOf = (sort: SortRule[]) =>
  sort.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',') || 'none'

type Key = number | string | null
/** The ratings in the order of the list: whatever is not known stands for ANY OTHER. */
export const ranks = ['GOOD_FIT', 'MAYBE', 'UNRATED', 'ANY OTHER', 'NOT_A_FIT']
const keyOf: Record<SortRule['key'], (person: Candidate) => Key> = {
  position: ({ position }) => position,
  name: ({ fullName }) => (fullName === null ? null : foldText(fullName) || null),
  rating: ({ rating }) => (rating && ranks.includes(rating) ? ranks.indexOf(rating) : 3),
  years: ({ totalMonths }) => totalMonths,
  seen: ({ firstSeenAt }) => Date.parse(firstSeenAt),
  applied: ({ appliedAt }) => (appliedAt === null ? null : Date.parse(appliedAt)),
  top: ({ isTopChoice }) => Number(isTopChoice === true),
  shuffled: () => null,
  // Nothing is searched for: the provider's order.
  match: () => null,
  // Nobody decided, has a next action, or was voted for: the provider's order.
  decision: () => null,
  next: () => null,
  votes: () => null,
}
// By code point, as UTF-8 is.
const compareText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

function compareKeys(a: Key, b: Key, descending: boolean): number {
  // Who is unknown comes last, either way.
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const order = typeof a === 'string' ? compareText(a, String(b)) : a - Number(b)
  return descending ? -order : order
}

/** The order that readers are promised: the rules, then the provider's order; names read backwards take it along. */
export function expectedOrder(people: Candidate[], sort: SortRule[]): string[] {
  const backwards = sort.length === 1 && sort[0]?.key === 'name' && sort[0].descending
  const rules = sort.some(({ key }) => key === 'position')
    ? sort
    : [...sort, { key: 'position', descending: backwards } as const]
  const lastDescending = rules.at(-1)?.descending ?? false
  return [...people]
    .sort((a, b) => {
      for (const { key, descending } of rules) {
        const order = compareKeys(keyOf[key](a), keyOf[key](b), descending)
        if (order !== 0) return order
      }
      const tie = compareText(a.applicationId, b.applicationId)
      return lastDescending ? -tie : tie
    })
    .map(({ applicationId }) => applicationId)
}
