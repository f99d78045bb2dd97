import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import type { NextAnswer } from '@/lib/contracts/triage'
import { startCluster } from '../integration/postgres-cluster'
import config from '../../playwright.config'
import { install } from './in-page'
import { correct, median, percentile } from './numbers'
import { atMost, type Line, ms, type Options, required, type Section } from './report'
import { jobs, type Known, knownLists, makePeople, seed } from './seed'
import { startServer } from './servers'

const racers = 200
// A reader takes ten seconds; this is one who only glances.
const glanceMs = 120
const keys = ['3', '3', '2', '3', '1', 'j']

async function timeKeys(page: Page, list: readonly Known[], people: number): Promise<number[]> {
  await page.goto(`/jobs/${jobs.small}/triage`)
  const isShown = (id: string) =>
    page.waitForFunction((wanted) => new URL(location.href).searchParams.get('at') === wanted, id)
  await isShown(list[0]?.id ?? '')
  const samples: number[] = []
  for (let at = 0; at < people; at += 1) {
    const next = list[at + 1]
    correct(next !== undefined, 'the list is long enough')
    await page.waitForTimeout(glanceMs)
    await page.evaluate((wanted) => {
      const before = document.querySelector('h1:focus')
      window.bench.result = window.bench.painted(
        'keydown',
        () =>
          new URL(location.href).searchParams.get('at') === wanted &&
          document.activeElement !== before &&
          document.activeElement?.matches('h1') === true &&
          document.activeElement.checkVisibility(),
      )
    }, next.id)
    await page.keyboard.press(keys[at % keys.length] ?? '3')
    samples.push(await page.evaluate(() => window.bench.result ?? Number.NaN))
  }
  // The first few load what every later one uses.
  return samples.slice(3)
}

async function measureKeys(browser: Browser, url: string, list: readonly Known[], quick: boolean) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(120_000)
  try {
    await context.addInitScript('globalThis.__name = (value) => value')
    await context.addInitScript(install)
    const samples = await timeKeys(await context.newPage(), list, quick ? 23 : 153)
    const what = `triage, key to the next person painted, ${samples.length} people`
    return [
      { measure: `${what}, p50`, value: ms(median(samples)) },
      atMost(`${what}, p95`, percentile(samples, 0.95), 50, ms),
    ]
  } finally {
    await context.close()
  }
}

async function claim(url: string, holder: string): Promise<{ ids: string[]; took: number }> {
  const startedAt = performance.now()
  const answer = await fetch(`${url}/api/jobs/${jobs.large}/triage/next`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ holder, view: '', count: 1, keep: [] }),
  })
  correct(answer.status === 200, `a claim is answered: ${answer.status}`)
  const { people } = (await answer.json()) as NextAnswer
  return {
    ids: people.map(({ candidate }) => candidate.applicationId),
    took: performance.now() - startedAt,
  }
}

async function measureRace(url: string, people: number): Promise<Line[]> {
  const claims = await Promise.all(
    Array.from({ length: racers }, (_, at) => claim(url, `racing-tab-${String(at)}`)),
  )
  const ids = claims.flatMap((each) => each.ids)
  const twice = ids.length - new Set(ids).size
  const took = claims.map((each) => each.took)
  const what = `${racers} tabs at once ask for the next of ${people} people`
  return [
    required(atMost(`${what}: given to two`, twice, 0, String)),
    required(atMost(`${what}: given nobody`, racers - ids.length, 0, String)),
    { measure: `${what}: answer, p50 · p95`, value: `${ms(median(took))} · ${ms(percentile(took, 0.95))}` },
  ]
}

/** One person at a time: how soon a key shows the next, and that claims hold in a race. */
export async function triage({ quick, say }: Options): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-bench-'))
  const lines: Line[] = []
  const people = makePeople(quick)
  const lists = knownLists(people)
  const cluster = await startCluster()
  try {
    say('filling the store for triage')
    const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
    const database = await openDatabase({ databaseUrl: cluster.url, dataDir: folder, log, timeoutMs: null })
    await seed(database, people, false).finally(() => database.close())
    const settings = { DATABASE_URL: cluster.url, DATA_DIR: folder }
    const server = await startServer('scripts/serve-built.mjs', folder, settings)
    const browser = await chromium.launch(config.use?.launchOptions)
    try {
      say('deciding by keys')
      lines.push(...(await measureKeys(browser, server.url, lists[jobs.small] ?? [], quick)))
      say('racing for people')
      lines.push(...(await measureRace(server.url, people.length)))
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    title: 'Triage',
    intro: `A reader decides by keys about people of a list of 412, ${glanceMs} ms at each: timed from the key until the next person is painted and has the focus. The decision is saved, and the next people are claimed, behind it. The race asks one server on Postgres; two processes race in the tests.`,
    lines,
  }
}
