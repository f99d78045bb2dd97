import { type Browser, chromium, type Page } from '@playwright/test'
import config from '../../playwright.config'
import { install } from './in-page'
import { measureMemory } from './memory'
import type { Line, Options } from './report'
import { measureScrolling } from './scrolling'
import { jobs, type Known } from './seed'
import type { Running } from './servers'
import { measureFloor, measureTable } from './table'
import { measureWeight } from './weight'

type Subject = { name: string; main: boolean; server: Running; lists: Record<string, Known[]> }

const maxWaitMs = 120_000

async function onPage(browser: Browser, url: string, use: (page: Page) => Promise<Line[]>): Promise<Line[]> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  // A busy machine is no failure; what never comes is.
  context.setDefaultTimeout(maxWaitMs)
  try {
    // What the compiler of these files calls by name is not in the page.
    await context.addInitScript('globalThis.__name = (value) => value')
    await context.addInitScript(install)
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}

/** The job page in a real Chromium: everything against the main store, searching and sorting against the other. */
export async function measureBrowser(
  { name, main, server, lists }: Subject,
  options: Options,
): Promise<Line[]> {
  const browser = await chromium.launch(config.use?.launchOptions)
  const run = (use: (page: Page) => Promise<Line[]>) => onPage(browser, server.url, use)
  const { quick, say } = options
  const lines: Line[] = []
  try {
    if (main) {
      say('weight of the job page')
      lines.push(...(await run((page) => measureWeight(page, lists[jobs.large] ?? []))))
      lines.push(...(await run(measureFloor)))
    }
    for (const jobId of [jobs.large, jobs.huge]) {
      const list = lists[jobId] ?? []
      if (list.length === 0) continue
      say(`search, sort, expand: ${name}, ${list.length} rows`)
      const asked = { jobId, list, store: name, main, searches: quick ? 5 : main ? 24 : 12 }
      lines.push(...(await run((page) => measureTable(page, asked))))
    }
    if (!main) return lines
    say('scrolling')
    lines.push(...(await run((page) => measureScrolling(page, lists, quick))))
    say('memory')
    lines.push(
      ...(await run((page) =>
        measureMemory({ page, browser, server, list: lists[jobs.large] ?? [] }, quick),
      )),
    )
    return lines
  } finally {
    await browser.close()
  }
}
