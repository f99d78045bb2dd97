import type { Decision } from '@/lib/contracts/decision-words'
import { decisions } from '@/lib/contracts/decision-words'
import { binomialInterval, type Interval } from './binomial-interval'

/** What two people chose about somebody, each on their own. */
export type ChoicePair = { first: Decision; second: Decision }

/** Why Cohen's kappa would mislead: too few people, or somebody chose the same about everyone. */
export type KappaProblem = 'too_few' | 'one_choice'

export type Kappa = {
  /** -1…1: 0 is what chance alone would give, 1 agreement on everyone. */
  value: number
  /** An approximate 95% interval; null where they agree on everyone, which leaves nothing to estimate it from. */
  interval: Interval | null
}

export type Agreement = {
  /** People about whom both chose. */
  people: number
  /** Rows are the first one's choices, columns the second one's, both in the order of `decisions`. */
  table: number[][]
  agreed: number
  /** The exact 95% interval of the share they agree on, 0…1. */
  share: Interval
  /** The share they would agree on by chance, given how often each chose what, 0…1; null for nobody. */
  byChance: number | null
  kappa: Kappa | null
  /** Null where kappa stands. */
  problem: KappaProblem | null
}

/** With fewer people the interval of kappa spans nearly everything. */
export const minKappaPeople = 10

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const clamp = (value: number) => Math.max(-1, Math.min(1, value))

/**
 * The large-sample variance of kappa: Fleiss, Cohen and Everitt, “Large sample standard errors of kappa and weighted
 * kappa”, Psychological Bulletin 72 (1969), formula 13.
 * @param shares of the table, adding up to 1
 */
function kappaVariance(shares: readonly number[][], kappa: number, chance: number, people: number): number {
  const rows = shares.map(sum)
  const columns = shares.map((_, at) => sum(shares.map((row) => row[at] ?? 0)))
  let on = 0
  let off = 0
  shares.forEach((row, i) =>
    row.forEach((share, j) => {
      if (i === j) on += share * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2
      else off += share * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2
    }),
  )
  const numerator = on + (1 - kappa) ** 2 * off - (kappa - chance * (1 - kappa)) ** 2
  return Math.max(0, numerator) / (people * (1 - chance) ** 2)
}

function toKappa(table: readonly number[][], people: number, agreed: number, byChance: number): Kappa {
  const value = (agreed / people - byChance) / (1 - byChance)
  if (agreed === people) return { value: 1, interval: null }
  const shares = table.map((row) => row.map((count) => count / people))
  const reach = 1.96 * Math.sqrt(kappaVariance(shares, value, byChance, people))
  return { value, interval: { low: clamp(value - reach), high: clamp(value + reach) } }
}

/**
 * How far two people agree who chose about the same people: counts, the share with its exact interval, and Cohen's kappa,
 * “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20 (1960), where it means
 * something. It says nothing about who is right.
 */
export function measureAgreement(pairs: readonly ChoicePair[]): Agreement {
  const table = decisions.map((first) =>
    decisions.map((second) => pairs.filter((pair) => pair.first === first && pair.second === second).length),
  )
  const people = pairs.length
  const agreed = sum(table.map((row, at) => row[at] ?? 0))
  const rows = table.map(sum)
  const columns = decisions.map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const byChance =
    people === 0 ? null : sum(rows.map((count, at) => count * (columns[at] ?? 0))) / people ** 2
  const isConstant = [rows, columns].some((counts) => counts.some((count) => count === people))
  const problem = people < minKappaPeople ? 'too_few' : isConstant ? 'one_choice' : null
  return {
    ...{ people, table, agreed, share: binomialInterval(agreed, people), byChance, problem },
    kappa: problem === null && byChance !== null ? toKappa(table, people, agreed, byChance) : null,
  }
}
