import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { candidatePath, jobPath } from '@/lib/url/paths'
import { openDatabase } from '@/lib/server/db/open-database'
import { readEnv } from '@/lib/server/platform/env'
import { createLog } from '@/lib/server/platform/log'
import config from '../../playwright.config'
import { startCluster } from '../integration/postgres-cluster'
import { correct, median } from './numbers'
import { atLeast, atMost, type Line, ms, type Options, type Section } from './report'
import { jobs, makePeople, seed } from './seed'
import { startServer, whileRunning } from './servers'

type Run = { score: number; lcp: number; tbt: number; cls: number; fcp: number; bytes: number }

/** The TCP port that a browser chose: it writes it into its profile once it listens there. */
async function debuggingPort(profile: string): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const written = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const port = Number.parseInt(written, 10)
    if (port > 0) return port
    await setTimeout(100)
  }
  throw new Error('The browser did not open its debugging port within 10 s')
}

/** One load of a page by an empty browser, as Lighthouse simulates it on a mid-range phone on slow 4G. */
async function auditOnce(url: string): Promise<Run> {
  const profile = await mkdtemp(join(tmpdir(), 'shortlist-bench-'))
  const { args = [], ...launch } = config.use?.launchOptions ?? {}
  const browser = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [...args, '--remote-debugging-port=0'],
  })
  try {
    const port = await debuggingPort(profile)
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance'],
      formFactor: 'mobile',
      maxWaitForLoad: 90_000,
    })
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`)
    const { audits, categories, runtimeError } = result.lhr
    if (runtimeError) throw new Error(`Lighthouse failed on ${url}: ${runtimeError.message}`)
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN
    return {
      score: Math.round((categories['performance']?.score ?? Number.NaN) * 100),
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift'),
      fcp: value('first-contentful-paint'),
      bytes: value('total-byte-weight'),
    }
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

function linesOf(name: string, target: number, runs: readonly Run[]): Line[] {
  const middle = (key: keyof Run) => median(runs.map((run) => run[key]))
  const scores = runs.map(({ score }) => score)
  return [
    atLeast(`${name}: score, median of ${runs.length}`, middle('score'), target, String),
    {
      measure: `${name}: score, lowest to highest`,
      value: `${Math.min(...scores)} to ${Math.max(...scores)}`,
    },
    { measure: `${name}: first contentful paint`, value: ms(middle('fcp')) },
    { measure: `${name}: largest contentful paint`, value: ms(middle('lcp')) },
    { measure: `${name}: total blocking time`, value: ms(middle('tbt')) },
    atMost(`${name}: layout shift`, Math.max(...runs.map(({ cls }) => cls)), 0, (shift) => shift.toFixed(3)),
  ]
}

/** Lighthouse on a phone: a job's list, and a link to one person of it. */
export async function phones({ quick, say }: Options): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-bench-'))
  const cluster = await startCluster()
  try {
    say('filling the store')
    const people = makePeople(true)
    const log = createLog(readEnv({ LOG_LEVEL: 'silent' }))
    const options = { databaseUrl: cluster.url, dataDir: folder, log, timeoutMs: null }
    const database = await openDatabase(options)
    try {
      await seed(database, people, false)
    } finally {
      await database.close()
    }
    const server = await startServer('scripts/serve-built.mjs', folder, {
      DATABASE_URL: cluster.url,
      DATA_DIR: folder,
    })
    try {
      const job = { account: null, jobId: jobs.small }
      const person = people[20]?.person.applicationId ?? ''
      const link = { name: "a person's link", path: candidatePath(job, person), target: 85 }
      // The link's page holds all that the list's does, and more.
      const pages = quick ? [link] : [{ name: '412 applicants', path: jobPath(job), target: 90 }, link]
      const runs = new Map<string, Run[]>()
      // In turns, so that what else the machine does falls on both.
      for (let round = 0; round < (quick ? 1 : 5); round += 1) {
        for (const { name, path } of pages) {
          say(`Lighthouse: ${name}, round ${round + 1}`)
          const run = await whileRunning([server], auditOnce(`${server.url}${path}`))
          correct(run.bytes > 50_000, `${name} loaded`)
          runs.set(name, [...(runs.get(name) ?? []), run])
        }
      }
      return {
        title: 'On a phone',
        intro:
          'Lighthouse’s mobile setting (a window of 412 × 823, the processor four times slower, slow 4G, simulated from an unthrottled load), each run in an empty browser, on a list of 412 in Postgres. The score depends on the machine: blocking time is what its own processor took, times four.',
        lines: pages.flatMap(({ name, target }) => linesOf(name, target, runs.get(name) ?? [])),
      }
    } finally {
      await server.stop()
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
