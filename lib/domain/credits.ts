import type { Charge, FetchResult } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'

/**
 * Credits in words: `1 credit`, `1234 credits`.
 * @param count whole credits
 * @param number writes them in the reader's manner; without it they are not grouped, as what parts thousands in one
 *   language begins a fraction in another
 */
export const creditsText = (count: number, number: (value: number) => string = String): string =>
  `${number(count)} ${count === 1 ? 'credit' : 'credits'}`

/** A fetch as whoever hears of it sees its cost. `joined`: they only waited for it, so it is not theirs. */
type StatedCharge = Charge & Pick<FetchResult, 'joined'>

/** What a failed fetch cost. A problem that says nothing of it is an answer that did not arrive. */
export const chargeOfProblem = ({ spent = 0, lastCall = 'unknown', joined }: Problem): StatedCharge => ({
  ...{ spent, lastCall },
  ...(joined && { joined }),
})

/** How much of what a fetch spent is its asker's own, in credits. */
export const ownSpend = ({ spent = 0, joined }: Pick<Problem, 'spent' | 'joined'>): number =>
  joined ? 0 : spent

/**
 * What a fetch cost, as a sentence. Nothing else may say on a screen whether money was spent.
 * @param number a number in the reader's manner
 */
export function chargeText(
  { spent, lastCall, joined }: StatedCharge,
  number: (count: number) => string,
): string {
  const who = joined ? 'The load that was already under way' : 'You'
  const was = joined ? 'was' : 'were'
  if (lastCall !== 'unknown')
    return spent === 0 ? 'Nothing was charged.' : `${who} ${was} charged ${creditsText(spent, number)}.`
  if (spent === 0)
    return `${who} may have been charged; loading again could charge ${joined ? '' : 'you '}twice.`
  return `${who} ${was} charged ${creditsText(spent, number)}. The last page may have been charged too; loading again could charge it twice.`
}
