import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { emptyView } from '@/lib/contracts/words'
import { everyonePath } from '@/lib/url/opening-view'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import config from '../../playwright.config'
import { startCluster } from '../integration/postgres-cluster'
import { type Figures, type Grid, scrollFrames } from './grid-figures'
import { install, timeRows, untilShown } from './in-page'
import { median } from './numbers'
import { buildPeers, peerGrid, servePeers } from './peers'
import { kb, type Line, ms, type Options, type Section } from './report'
import { jobs, type Known, knownLists, makePeople, seed } from './seed'
import { startServer } from './servers'
import { shownOf, typeSearch, wordsOf } from './table'
import { jobPageBytes } from './weight'

const maxWaitMs = 120_000

async function openedFor(page: Page, { id, title }: Known): Promise<number> {
  await page.evaluate(
    ([person, text]) => {
      window.bench.result = window.bench.painted('pointerup', () => window.bench.panel(person, text))
    },
    [id, title ?? ''] as const,
  )
  await page.locator(`[id="person-${id}"]`).click()
  const taken = await page.evaluate(() => window.bench.result ?? Number.NaN)
  await page.locator(`[id="person-${id}"]`).click()
  return taken
}

/** The product's own table: its people stay on the server, and arrive fifty at a time. */
const ownGrid = (url: string, list: readonly Known[], bytes: number): Grid => ({
  name: 'Shortlist',
  bytes,
  install: () => undefined,
  async measure(page, word): Promise<Figures> {
    await page.goto(`${url}${everyonePath({ jobId: jobs.large, account: null })}`)
    await untilShown(page, shownOf(list, emptyView))
    const first = await page.evaluate(() => performance.now())
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const opened = list.slice(1, 8).find(({ title }) => title !== null)
    const expand = opened ? await openedFor(page, opened) : null
    const key = await typeSearch(page, list, word)
    await page.goto(`${url}${everyonePath({ jobId: jobs.large, account: null })}`)
    await untilShown(page, shownOf(list, emptyView))
    const header = page.getByRole('columnheader', { name: 'Person' }).getByRole('button').first()
    const sorted = shownOf(list, { ...emptyView, sort: [{ key: 'name', descending: false }] })
    await header.hover()
    const sort = await timeRows(page, 'click', sorted, () => header.click())
    const fps = await page.evaluate(scrollFrames, '[role=grid]')
    return { first, key, sort, expand, fps, nodes }
  },
})

async function onFreshPage(browser: Browser, grid: Grid, word: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(maxWaitMs)
  try {
    // What the compiler of these files calls by name is not in the page.
    await context.addInitScript('globalThis.__name = (value) => value')
    await context.addInitScript(install)
    await context.addInitScript(grid.install)
    return await grid.measure(await context.newPage(), word)
  } finally {
    await context.close()
  }
}

function toLine({ name, bytes }: Grid, runs: readonly Figures[]): Line {
  const of = (pick: (figures: Figures) => number | null) => {
    const values = runs.map(pick).filter((value) => value !== null)
    return values.length === 0 ? null : median(values)
  }
  const time = (pick: (figures: Figures) => number | null) => {
    const value = of(pick)
    return value === null ? 'none' : ms(value)
  }
  const parts = [
    `JavaScript ${kb(bytes)}`,
    `first row ${time(({ first }) => first)}`,
    `last letter ${time(({ key }) => key)}`,
    `sort ${time(({ sort }) => sort)}`,
    `open ${time(({ expand }) => expand)}`,
    `${Math.round(of(({ fps }) => fps) ?? 0)} fps`,
    `${of(({ nodes }) => nodes)} elements`,
  ]
  return { measure: name, value: parts.join(' · ') }
}

/** The grids that somebody would take instead, on the same people in the same run. Installs them first. */
export async function compareGrids({ quick, say }: Options): Promise<Section> {
  const rounds = quick ? 1 : 5
  say('installing and bundling the other grids')
  const sizes = await buildPeers()
  const people = makePeople(quick)
  const list = knownLists(people)[jobs.large] ?? []
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-grids-'))
  const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
  const cluster = await startCluster()
  say('filling the store')
  const database = await openDatabase({ databaseUrl: cluster.url, dataDir: folder, log, timeoutMs: null })
  await seed(database, people, false).finally(() => database.close())
  const server = await startServer('scripts/serve-built.mjs', folder, {
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
  })
  const peers = await servePeers(people, list)
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const context = await browser.newContext()
    const bytes = await jobPageBytes(await context.newPage(), `${server.url}/jobs/${jobs.large}`)
    await context.close()
    const { react, ...others } = sizes
    const grids = [
      ownGrid(server.url, list, bytes),
      ...Object.entries(others).map(([name, { js }]) => peerGrid(name, js, peers)),
    ]
    const runs = new Map<Grid, Figures[]>(grids.map((grid) => [grid, []]))
    const words = wordsOf(list, rounds)
    for (const [round, word] of words.entries()) {
      // Each in another place every round, so that what else the machine does meets all of them.
      const turn = round % grids.length
      for (const grid of [...grids.slice(turn), ...grids.slice(0, turn)]) {
        say(`round ${round + 1} of ${words.length}: ${grid.name}`)
        runs.get(grid)?.push(await onFreshPage(browser, grid, word))
      }
    }
    return {
      title: 'Other grids',
      intro: `${list.length.toLocaleString('en')} people, medians of ${rounds} rounds in one run. The others hold all of them in the browser, and their first row is counted without the time that loading the people takes; Shortlist asks its server, on Postgres, over HTTP, and the rest of its page (filters, scope, sharing) is in its bytes and elements. React alone is ${kb(react?.js ?? 0)}. MUI X shows 100 rows a page; Glide draws on a canvas; “pooled” is what is possible without a framework, not a product.`,
      lines: grids.map((grid) => toLine(grid, runs.get(grid) ?? [])),
    }
  } finally {
    await browser.close()
    await peers.stop()
    await server.stop()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
