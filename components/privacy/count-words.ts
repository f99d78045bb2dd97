import { countedKeys, countedRows, type PersonCounts } from '@/lib/contracts/privacy'

const some = (count: number, [one, many]: readonly [one: string, many: string]) =>
  `${count} ${count === 1 ? one : many}`

/** How much there is of somebody: `2 applications to 2 jobs, 3 noted changes`. */
export function countWords(counts: PersonCounts): string {
  const { applications, jobs } = counts
  return [
    `${some(applications, ['application', 'applications'])} to ${some(jobs, ['job', 'jobs'])}`,
    ...countedKeys.filter((key) => counts[key] > 0).map((key) => some(counts[key], countedRows[key])),
  ].join(', ')
}
