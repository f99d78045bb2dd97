import type { Browser, CDPSession, Page } from '@playwright/test'
import { emptyView } from '@/lib/contracts/words'
import { everyonePath } from '@/lib/url/opening-view'
import { untilShown } from './in-page'
import { atMost, type Line, mb } from './report'
import { jobs, type Known } from './seed'
import { memoryOf, type Running } from './servers'
import { search, shownOf, wordsOf } from './table'

type Subject = { page: Page; browser: Browser; server: Running; list: readonly Known[] }

async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

async function renderers(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => memoryOf(id)),
  )
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

/** What fifty changes among ten views leave behind, and what a walk through ten thousand people takes. */
export async function measureMemory(
  { page, browser, server, list }: Subject,
  quick: boolean,
): Promise<Line[]> {
  const session = await page.context().newCDPSession(page)
  const before = await memoryOf(server.pid)
  await page.goto(everyonePath({ jobId: jobs.large, account: null }))
  await untilShown(page, shownOf(list, emptyView))
  const words = wordsOf(list, 10)
  const around = async () => {
    for (const word of words) await search(page, list, word)
  }
  await around()
  await around()
  const first = await heapOf(session)
  for (let round = 0; round < (quick ? 1 : 5); round += 1) await around()
  const grown = (await heapOf(session)) - first
  await page.goto(everyonePath({ jobId: jobs.large, account: null }))
  await untilShown(page, shownOf(list, emptyView))
  const fresh = await heapOf(session)
  await page.evaluate((pixels) => window.bench.walk(pixels), quick ? 20_000 : 40 * 56)
  const walked = await heapOf(session)
  const after = await memoryOf(server.pid)
  const size = (bytes: number | null) => (bytes === null ? 'not told here' : mb(bytes))
  return [
    atMost('heap growth over fifty changes among ten views seen before', grown, 1024 * 1024, mb),
    { measure: 'heap of a fresh page, 10,000 rows', value: mb(fresh) },
    { measure: 'heap after paging through all 10,000', value: mb(walked) },
    { measure: 'browser memory (its page processes) after that', value: mb(await renderers(browser)) },
    { measure: 'server memory before · after', value: `${size(before)} · ${size(after)}` },
  ]
}
