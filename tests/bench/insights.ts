import { sql } from 'drizzle-orm'
import { countMarkCharts, countRowCharts } from '@/lib/server/candidates/insight-charts'
import { matches } from '@/lib/server/candidates/store/candidate-filter'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import type { Database } from '@/lib/server/db/open-database'
import { parseView } from '@/lib/url/view'
import { expectedOf } from './expected'
import { correct, median } from './numbers'
import { atMost, type Line, ms, type Options } from './report'
import { account, jobs, type Known } from './seed'

const views = ['', '?rating=GOOD_FIT,MAYBE', '?years=5-9']

/** What the people of a view are like, counted anew each time: what is kept between two requests is not measured. */
export async function measureInsights(
  { db, engine }: Database,
  lists: Record<string, Known[]>,
  { quick, say }: Options,
): Promise<Line[]> {
  const jobId = quick ? jobs.large : jobs.huge
  const list = lists[jobId] ?? []
  const people = list.length.toLocaleString('en')
  say(`insights, ${engine}, ${people} people`)
  const source = teamSource({ account, jobId, reader: 'local' })
  const times = { whole: [] as number[], filtered: [] as number[], marks: [] as number[] }
  for (const search of views) {
    const view = parseView(search)
    const expected = expectedOf(list, view).length
    const counted = { source, where: matches(source, view) }
    for (let round = -1; round < (quick ? 2 : 9); round += 1) {
      const startedAt = performance.now()
      const [{ charts, matched }, marksAt] = await db.transaction(
        async (tx) => {
          await tx.execute(sql`set local jit = off`)
          const rows = await countRowCharts(tx, counted, false)
          const countedAt = performance.now()
          await countMarkCharts(tx, counted, { reader: 'local', matched: rows.matched })
          return [rows, countedAt] as const
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      )
      if (round >= 0) {
        const endedAt = performance.now()
        times[search === '' ? 'whole' : 'filtered'].push(endedAt - startedAt)
        times.marks.push(endedAt - marksAt)
      }
      const rated = charts.ratings.bars.reduce((sum, { count }) => sum + count, 0)
      correct(matched === expected, `insights of ${search} count ${expected}, not ${matched}`)
      correct(rated === expected, `the ratings of ${search} are of ${expected}, not ${rated}`)
    }
  }
  const name = `insights of ${people} people, ${engine === 'pglite' ? 'embedded' : 'Postgres'}`
  const all = `${name}, everyone, p50`
  return [
    engine === 'postgres'
      ? atMost(all, median(times.whole), 300, ms)
      : { measure: all, value: ms(median(times.whole)) },
    { measure: `${name}, filtered, p50`, value: ms(median(times.filtered)) },
    { measure: `${name}, after a decision, p50`, value: ms(median(times.marks)) },
  ]
}
