import type { CheckedCriterion, Criterion } from '@/lib/contracts/criteria'
import type { CriteriaCounts, CriteriaMark } from '@/lib/contracts/candidate'

/** The choice of a filter that stands for all musts together. */
export const everyMust = 'Every must'

/** The choice of a filter that stands for not meeting a criterion: its name with “-” before it. */
export const toUnmetChoice = (name: string): string => `-${name}`

/** What filters by criteria can name: each criterion, and all musts together where there are some. */
export const criteriaNames = (criteria: readonly Pick<Criterion, 'name' | 'need'>[]): string[] => [
  ...(criteria.some(({ need }) => need === 'must') ? [everyMust] : []),
  ...criteria.map(({ name }) => name),
]

/** Whether a criterion counts as met: a person's word goes before the rule. */
export const isMet = ({ met, overruled }: Pick<CheckedCriterion, 'met' | 'overruled'>): boolean =>
  overruled?.met ?? met

/** How many criteria of each kind there are, and how many of these are met. @param met the ids of those */
export function countCriteria(
  criteria: readonly Pick<Criterion, 'id' | 'need'>[],
  met: ReadonlySet<string>,
): CriteriaCounts {
  const [musts, nices] = (['must', 'nice'] as const).map((kind) =>
    criteria.filter(({ need }) => need === kind),
  )
  const countMet = (of: typeof musts = []) => of.filter(({ id }) => met.has(id)).length
  return {
    ...{ must: musts?.length ?? 0, mustMet: countMet(musts) },
    ...{ nice: nices?.length ?? 0, niceMet: countMet(nices) },
  }
}

/** What a row of the list says of a person's criteria. @param met the ids of those met */
export const markCriteria = (
  criteria: readonly Pick<Criterion, 'id' | 'need' | 'name'>[],
  met: ReadonlySet<string>,
): CriteriaMark => ({
  ...countCriteria(criteria, met),
  met: criteria.filter(({ id }) => met.has(id)).map(({ name }) => name),
})

/** “3 of 4 must · 1 of 2 nice”, without a kind that the job has none of. Never one number for both. */
export const criteriaText = ({ must, mustMet, nice, niceMet }: CriteriaCounts): string =>
  [must > 0 ? `${mustMet} of ${must} must` : '', nice > 0 ? `${niceMet} of ${nice} nice` : '']
    .filter((part) => part !== '')
    .join(' · ')
