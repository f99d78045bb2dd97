import type { PersonCounts } from '@/lib/contracts/privacy'

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** How much there is of somebody: `2 applications to 2 jobs, 3 noted changes`. */
export function countWords(counts: PersonCounts): string {
  const { applications, jobs, changes, links, responses, decisions, notes } = counts
  const parts = [
    `${some(applications, 'application', 'applications')} to ${some(jobs, 'job', 'jobs')}`,
    changes > 0 ? some(changes, 'noted change', 'noted changes') : null,
    links > 0 ? some(links, 'share link', 'share links') : null,
    responses > 0 ? some(responses, 'answer of a guest', 'answers of guests') : null,
    decisions > 0 ? some(decisions, 'decision', 'decisions') : null,
    notes > 0 ? some(notes, 'note', 'notes') : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
