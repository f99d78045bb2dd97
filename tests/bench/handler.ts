import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { correct, median, percentile } from './numbers'
import { atLeast, atMost, type Line, ms, type Options } from './report'
import { jobs, type Known } from './seed'
import { startServer } from './servers'
import { fetchInTime } from './signed-in'

const fixture = 'tests/bench/fixture'
const times = (value: number) => `${value.toFixed(2)} ×`
const maxAnswerSeconds = 60
const maxBuildMs = 4 * 60_000
type Load = { p50: number; p99: number; perSecond: number }

/** @param until after so many seconds, or so many requests, which come in however busy the machine is */
async function fire(
  url: string,
  connections: number,
  until: { duration: number } | { amount: number },
): Promise<Load> {
  const samples: number[] = []
  const startedAt = performance.now()
  await new Promise<void>((resolve, reject) => {
    const run = autocannon({ url, connections, timeout: maxAnswerSeconds, ...until }, (error) =>
      error ? reject(error) : resolve(),
    )
    run.on('reqError', (error) => reject(new Error(`${url} gave no answer`, { cause: error })))
    run.on('response', (_client, status, _bytes, taken) => {
      samples.push(taken)
      if (status !== 200) reject(new Error(`${url} answered ${status}`))
    })
  })
  const seconds = (performance.now() - startedAt) / 1000
  return { p50: median(samples), p99: percentile(samples, 0.99), perSecond: samples.length / seconds }
}

async function buildFixture(): Promise<void> {
  const next = ['node_modules/next/dist/bin/next', 'build', fixture]
  await promisify(execFile)(process.execPath, next, { timeout: maxBuildMs }).catch(
    ({ stdout, stderr, ...error }: { stdout: string; stderr: string; killed: boolean }) => {
      const why = error.killed ? `did not end within ${maxBuildMs / 60_000} minutes` : 'failed'
      throw new Error(`The build of ${fixture} ${why}:\n${`${stdout}\n${stderr}`.slice(-3_000)}`)
    },
  )
}

const middle = (loads: Load[], key: keyof Load) => median(loads.map((load) => load[key]))

/**
 * A stored page against an empty handler that sends the same bytes, in turns.
 * @param url of the product
 */
export async function measureHandler(
  url: string,
  folder: string,
  people: readonly Known[],
  { quick, say }: Options,
): Promise<Line[]> {
  say('building the empty handler')
  await buildFixture()
  const page = `${url}/api/jobs/${jobs.large}/candidates?limit=50`
  const answer = await fetchInTime(page)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { items, counts } = JSON.parse(bytes.toString()) as CandidatePage
  correct(
    items.length === 50 && items.every(({ applicationId }, at) => applicationId === people[at]?.id),
    'a stored page holds the first fifty people',
  )
  correct(counts.matched === people.length, 'a stored page counts everyone')
  const body = `${folder}/page.json`
  await writeFile(body, bytes)
  const empty = await startServer(`${fixture}/serve.mjs`, folder, { BENCH_BODY: body })
  try {
    const bare = `${empty.url}/page`
    correct(
      Buffer.from(await (await fetchInTime(bare)).arrayBuffer()).equals(bytes),
      'both send the same bytes',
    )
    const until = quick ? { amount: 200 } : { duration: 2 }
    for (const each of [bare, page]) await fire(each, 8, until)
    const lines: Line[] = []
    for (const connections of [1, 16]) {
      say(`a stored page at ${connections} connection${connections === 1 ? '' : 's'}`)
      const [ours, theirs]: [Load[], Load[]] = [[], []]
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        theirs.push(await fire(bare, connections, until))
        ours.push(await fire(page, connections, until))
      }
      const at = `${connections} connection${connections === 1 ? '' : 's'}`
      const shown = (load: Load[]) =>
        `p50 ${ms(middle(load, 'p50'))} · p99 ${ms(middle(load, 'p99'))} · ${middle(load, 'perSecond').toFixed(0)}/s`
      lines.push(
        {
          measure: `stored page of 50 rows (${Math.round(bytes.length / 1024)} KB), ${at}`,
          value: shown(ours),
        },
        { measure: `empty handler, same bytes, ${at}`, value: shown(theirs) },
        atMost(
          `p50 against the empty handler, ${at}`,
          middle(ours, 'p50') / middle(theirs, 'p50'),
          connections === 1 ? 2 : 1.7,
          times,
        ),
        atLeast(
          `requests/s against the empty handler, ${at}`,
          middle(ours, 'perSecond') / middle(theirs, 'perSecond'),
          0.5,
          times,
        ),
      )
    }
    return lines
  } finally {
    await empty.stop()
  }
}
