import type { Database } from '@/lib/server/db/open-database'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { parseView } from '@/lib/url/view'
import { expectedOf } from './expected'
import { correct, median } from './numbers'
import { atMost, type Line, ms, type Options } from './report'
import { account, jobs, type Known } from './seed'

/** Views that filter and sort at once; the company is one that many of the list worked at. */
const views = (company: string) => [
  '?rating=GOOD_FIT,MAYBE&sort=-years',
  '?years=5-9&sort=name',
  `?company=${encodeURIComponent(company)}&sort=rating`,
  '?q=manager&sort=-years',
  '?q=senior&rating=MAYBE&sort=-name',
  '?q=paris&sort=rating,-years',
]

/** A company in the middle of how often companies are named. */
function commonCompany(people: readonly Known[]): string {
  const counts = new Map<string, number>()
  for (const company of people.flatMap(({ companies }) => [...new Set(companies)])) {
    if (!company.includes(',')) counts.set(company, (counts.get(company) ?? 0) + 1)
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1])
  const [chosen] = sorted[Math.floor(sorted.length / 3)] ?? ['']
  return chosen
}

/** First pages of views that filter and sort, each with its count, through the store's own functions. */
export async function measureSql(
  { db, engine }: Database,
  lists: Record<string, Known[]>,
  { quick, say }: Options,
): Promise<Line[]> {
  const lines: Line[] = []
  for (const [jobId, limit] of [
    [jobs.large, 20],
    [jobs.huge, 60],
  ] as const) {
    const list = lists[jobId] ?? []
    if (list.length === 0) continue
    const shown = list.length.toLocaleString('en')
    say(`filter and sort in SQL, ${engine}, ${shown} rows`)
    const measured: { search: string; p50: number }[] = []
    const all: number[] = []
    for (const search of views(commonCompany(lists[jobs.large] ?? []))) {
      const view = parseView(search)
      const expected = expectedOf(list, view)
      const ids = expected.slice(0, 50).map(({ id }) => id)
      const samples: number[] = []
      for (let round = -2; round < (quick ? 2 : 9); round += 1) {
        const startedAt = performance.now()
        const page = await pageCandidates(
          db,
          { account, jobId, reader: 'local' },
          { view, start: null, limit: 50 },
        )
        if (round >= 0) samples.push(performance.now() - startedAt)
        correct(page.matched === expected.length, `${search} matches ${expected.length}, not ${page.matched}`)
        correct(
          page.items.length === ids.length &&
            page.items.every(({ applicationId }, at) => applicationId === ids[at]),
          `the first rows of ${search}`,
        )
      }
      measured.push({ search, p50: median(samples) })
      all.push(...samples)
    }
    const worst = measured.reduce((a, b) => (b.p50 > a.p50 ? b : a))
    const name = `filter + sort over ${shown} rows, ${engine === 'pglite' ? 'embedded' : 'Postgres'}`
    const overall = `${name}, p50 of ${measured.length} views`
    lines.push(
      engine === 'postgres'
        ? atMost(overall, median(all), limit, ms)
        : { measure: overall, value: ms(median(all)) },
      { measure: `${name}, slowest view: \`${worst.search}\``, value: ms(worst.p50) },
    )
  }
  return lines
}
