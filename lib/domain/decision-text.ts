import type { BulkCounts } from '@/lib/contracts/decisions'
import type { Decision } from '@/lib/contracts/decision-words'

type Format = (value: number) => string

/** What was done, in words: “Rejected Ada Lovelace”. @param who a name, or how many people */
export function decisionText(decision: Decision | null, who: string): string {
  if (decision === null) return `Took back the decision about ${who}`
  if (decision === 'maybe') return `Put ${who} on the maybe list`
  return `${decision === 'shortlist' ? 'Shortlisted' : 'Rejected'} ${who}`
}

/** What somebody who may not decide said, in words. */
export function suggestionText(decision: Decision | null, who: string): string {
  if (decision === null) return `Took back the suggestion about ${who}`
  if (decision === 'maybe') return `Suggested ${who} for the maybe list`
  return `Suggested to ${decision} ${who}`
}

/** `1 person`, `12 people`. */
export const peopleText = (count: number, number: Format): string =>
  `${number(count)} ${count === 1 ? 'person' : 'people'}`

const became: Record<Decision, string> = {
  shortlist: 'shortlisted',
  maybe: 'put on the maybe list',
  reject: 'rejected',
}

/** What became of each of many: “198 rejected, 9 were shortlisted by Bo and left alone, 5 no longer stored”. */
export function bulkText(decision: Decision | null, counts: BulkCounts, number: Format): string {
  const { decided, unchanged, leftAlone, missing, withheld = 0 } = counts
  const parts = [
    `${number(decided)} ${decision === null ? 'undecided again' : became[decision]}`,
    unchanged > 0 ? `${number(unchanged)} already were` : null,
    ...leftAlone.map(
      ({ by, decision: theirs, count }) =>
        `${number(count)} ${count === 1 ? 'was' : 'were'} ${became[theirs]} by ${by.name} and left alone`,
    ),
    withheld > 0 ? `${number(withheld)} left alone until you give your second opinion` : null,
    missing > 0 ? `${number(missing)} no longer stored` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
