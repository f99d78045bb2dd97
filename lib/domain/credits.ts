import type { Charge } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'

/**
 * The most a page of candidates can cost: 1 credit per 10 rows returned, begun tens counted whole (the provider's
 * one-row example cost 1).
 * @param rows how many are asked for
 */
export const quoteCredits = (rows: number): number => Math.ceil(Math.max(0, rows) / 10)

const number = new Intl.NumberFormat('en')

/** Credits in words: `1 credit`, `1,234 credits`. @param count whole credits */
export const creditsText = (count: number): string =>
  `${number.format(count)} ${count === 1 ? 'credit' : 'credits'}`

/** What a failed fetch cost. A problem that says nothing of it is an answer that did not arrive. */
export const chargeOfProblem = ({ spent = 0, lastCall = 'unknown' }: Problem): Charge => ({
  spent,
  lastCall,
})

/** What a fetch cost, as a sentence. Nothing else may say on a screen whether money was spent. */
export function chargeText({ spent, lastCall }: Charge): string {
  if (lastCall !== 'unknown')
    return spent === 0 ? 'Nothing was charged.' : `You were charged ${creditsText(spent)}.`
  if (spent === 0) return 'You may have been charged; loading again could charge you twice.'
  return `You were charged ${creditsText(spent)}. The last page may have been charged too; loading again could charge it twice.`
}
