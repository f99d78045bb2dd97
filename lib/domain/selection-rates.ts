import { binomialInterval, type Interval } from './binomial-interval'

/** A group as a person counted it: how many applied, and how many of them were selected. */
export type CountedGroup = { name: string; applicants: number; selected: number }

export type GroupRate = CountedGroup & {
  /** Null where the group is too small to say anything of it. */
  rate: { share: number; interval: Interval; ratio: number; below: boolean } | null
}

/** A group of fewer applicants is left out: its rate would say more about single people than about the process. */
export const minGroupSize = 10

/**
 * Selection rates compared by the four-fifths rule: 29 CFR § 1607.4 (D), “a selection rate which is less than four-fifths
 * of the rate for the group with the highest rate”.
 * @param groups counts that were entered; `selected` at most `applicants`
 * @returns the groups in the same order; no rates at all where fewer than two groups are large enough
 */
export function compareRates(groups: readonly CountedGroup[]): GroupRate[] {
  const large = groups.filter(({ applicants }) => applicants >= minGroupSize)
  const highest = Math.max(0, ...large.map(({ applicants, selected }) => selected / applicants))
  return groups.map((group) => {
    const { applicants, selected } = group
    if (large.length < 2 || !large.includes(group)) return { ...group, rate: null }
    const share = selected / applicants
    const ratio = highest === 0 ? 1 : share / highest
    // Whole numbers compared, so that exactly four fifths is not below them by rounding.
    const best = large.reduce((a, b) => (b.selected * a.applicants > a.selected * b.applicants ? b : a))
    const below = 5 * selected * best.applicants < 4 * best.selected * applicants
    return { ...group, rate: { share, interval: binomialInterval(selected, applicants), ratio, below } }
  })
}
