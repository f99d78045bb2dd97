import type { Page } from '@playwright/test'
import { emptyView } from '@/lib/contracts/words'
import { everyonePath } from '@/lib/url/opening-view'
import { type Scrolled, untilShown } from './in-page'
import { correct } from './numbers'
import { atLeast, atMost, type Line, ms } from './report'
import { jobs, type Known } from './seed'
import { shownOf } from './table'

const pixels = 120
const maxFrames = { whole: 600, quick: 240 }

const framesPerSecond = ({ frames }: Scrolled) =>
  (frames.length * 1000) / frames.reduce((sum, each) => sum + each, 0)
const longest = ({ frames }: Scrolled) => Math.max(...frames)
const fps = (value: number) => `${value.toFixed(1)} fps`

/** A plain page of text that scrolls the same way: what this machine gives. */
async function floor(page: Page, most: number): Promise<Line[]> {
  await page.goto('about:blank')
  const text = Array.from({ length: 412 }, (_, at) => `<p style="height:40px">Row ${at}</p>`).join('')
  await page.setContent(text)
  await page.evaluate(([by, frames]) => window.bench.scroll(by, frames), [pixels, 30] as const)
  await page.evaluate(() => scrollTo(0, 0))
  const done = await page.evaluate(([by, frames]) => window.bench.scroll(by, frames), [pixels, most] as const)
  return [
    {
      measure: 'scrolling a plain page of text',
      value: `${fps(framesPerSecond(done))}, longest frame ${ms(longest(done))}`,
    },
  ]
}

/** From the top down, a second time: the first warms up, and loads what is short enough to stay loaded. */
export async function measureScrolling(
  page: Page,
  lists: Record<string, Known[]>,
  quick: boolean,
): Promise<Line[]> {
  const most = quick ? maxFrames.quick : maxFrames.whole
  const lines = await floor(page, most)
  let nodes = 0
  for (const jobId of Object.values(jobs)) {
    const list = lists[jobId] ?? []
    if (list.length === 0) continue
    await page.goto(everyonePath({ jobId, account: null }))
    await untilShown(page, shownOf(list, emptyView))
    const runs: Scrolled[] = []
    for (let round = 0; round < 2; round += 1) {
      runs.push(
        await page.evaluate(([by, frames]) => window.bench.scroll(by, frames), [pixels, most] as const),
      )
      await page.getByRole('grid').evaluate((grid) => {
        for (let element: Element | null = grid; element; element = element.parentElement)
          element.scrollTop = 0
      })
      await untilShown(page, shownOf(list, emptyView))
    }
    const [, done] = runs
    correct(done !== undefined, 'it scrolled twice')
    const whole = jobId === jobs.small
    correct(done.end === whole, 'a short list is scrolled to its end')
    nodes = Math.max(nodes, ...runs.map((run) => run.nodes))
    const name = `scrolling ${whole ? '412 rows, top to bottom' : `${list.length.toLocaleString('en')} rows, the first ${Math.round((most * pixels) / 56)}`}`
    lines.push(
      atLeast(name, framesPerSecond(done), 55, fps),
      atMost(`${name}: longest frame`, longest(done), 50, ms),
      atMost(`${name}: blank frames`, done.blank, 0, String),
      whole
        ? atMost(`${name}: frames with a loaded row missing`, done.waiting, 0, String)
        : {
            measure: `${name}: frames that waited for rows`,
            value: `${done.waiting} of ${done.frames.length}`,
          },
    )
  }
  lines.push(atMost('DOM nodes in the table, the most at any length', nodes, 600, String))
  return lines
}
