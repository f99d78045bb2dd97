import type { Page } from '@playwright/test'
import type { View } from '@/lib/contracts/view'
import { emptyView } from '@/lib/contracts/words'
import { everyonePath } from '@/lib/url/opening-view'
import { parseView } from '@/lib/url/view'
import { expectedOf } from './expected'
import { type Shown, timeRows, untilShown } from './in-page'
import { correct, median, percentile } from './numbers'
import { atMost, type Line, ms } from './report'
import { jobs, type Known } from './seed'

const checked = 8

/** What a view shows first. */
export function shownOf(list: readonly Known[], view: View): Shown {
  const found = expectedOf(list, view)
  return { rows: found.length, ids: found.slice(0, checked).map(({ id }) => id) }
}

/** Words of these people's own, spread over the alphabet: what few have, and what most have. */
export function wordsOf(list: readonly Known[], count: number): string[] {
  const words = new Set(list.slice(0, 400).flatMap(({ text }) => text.match(/\b[a-z]{4,12}\b/g) ?? []))
  const sorted = [...words].sort()
  return Array.from(
    { length: count },
    (_, at) => sorted[Math.floor(((at + 0.5) / count) * sorted.length)] ?? '',
  )
}

/** A search that comes into the field at once, as one that is pasted. */
export async function search(page: Page, list: readonly Known[], word: string): Promise<number> {
  const shown = shownOf(list, { ...emptyView, q: word })
  correct(shown.rows > 0, `somebody has the word ${word}`)
  const field = page.getByRole('searchbox')
  await field.selectText()
  return timeRows(page, 'input', shown, () => page.keyboard.insertText(word))
}

const typingMs = 120
const restMs = 100

/** A search typed letter by letter, timed from the last one: the answer to the letter before may still be on its way. */
export async function typeSearch(page: Page, list: readonly Known[], word: string): Promise<number> {
  const shown = shownOf(list, { ...emptyView, q: word })
  await page.getByRole('searchbox').selectText()
  const [last = ''] = word.slice(-1)
  await page.keyboard.type(word.slice(0, -1), { delay: typingMs })
  return timeRows(page, 'keydown', shown, () => page.keyboard.press(last))
}

/** The least that can be: a click that changes one word of an empty page, one without a policy that forbids its script. */
export async function measureFloor(page: Page): Promise<Line[]> {
  await page.goto('about:blank')
  await page.setContent('<button onclick="this.textContent = Number(this.textContent) + 1">0</button>')
  const samples: number[] = []
  for (let round = 1; round <= 12; round += 1) {
    await page.evaluate((wanted) => {
      window.bench.result = window.bench.painted(
        'click',
        () => document.querySelector('button')?.textContent === String(wanted),
      )
    }, round)
    await page.getByRole('button').click()
    samples.push(await page.evaluate(() => window.bench.result ?? Number.NaN))
  }
  return [{ measure: 'click to painted on an empty page', value: ms(median(samples)) }]
}

type Asked = { jobId: string; list: readonly Known[]; store: string; main: boolean; searches: number }

async function searchTimes(page: Page, asked: Asked, by: typeof search): Promise<number[]> {
  const { jobId, list, searches } = asked
  await page.goto(everyonePath({ jobId, account: null }))
  await untilShown(page, shownOf(list, emptyView))
  const samples: number[] = []
  for (const [at, word] of wordsOf(list, searches + 2).entries()) {
    const taken = await by(page, list, word)
    // The first two warm up what every later one uses.
    if (at >= 2) samples.push(taken)
  }
  return samples
}

async function sortTimes(page: Page, { jobId, list }: Asked): Promise<number[]> {
  const samples: number[] = []
  for (const filter of ['?view=all', '?rating=GOOD_FIT', '?rating=MAYBE,UNRATED']) {
    await page.goto(`/jobs/${jobId}${filter}`)
    await untilShown(page, shownOf(list, parseView(filter)))
    for (const [label, key] of [
      ['Person', 'name'],
      ['Rating', 'rating'],
      ['Experience', 'years'],
    ] as const) {
      const header = page
        .getByRole('columnheader', { name: label })
        .getByRole('button', { name: label })
        .first()
      for (const descending of [false, true]) {
        const view = { ...parseView(filter), sort: [{ key, descending }] }
        // As a hand does: the pointer is there a moment before it presses.
        await header.hover()
        await page.waitForTimeout(restMs)
        samples.push(await timeRows(page, 'click', shownOf(list, view), () => header.click()))
      }
    }
  }
  return samples
}

async function expandTimes(page: Page, { jobId, list }: Asked): Promise<number[]> {
  await page.goto(everyonePath({ jobId, account: null }))
  await untilShown(page, shownOf(list, emptyView))
  const samples: number[] = []
  const people = list.slice(0, 9).filter(({ title }) => title !== null)
  for (const [at, { id, title }] of people.entries()) {
    const toggle = page.locator(`[id="person-${id}"]`)
    await page.evaluate(
      ([person, text]) => {
        window.bench.result = window.bench.painted('click', () => window.bench.panel(person, text))
      },
      [id, title ?? ''] as const,
    )
    await toggle.click()
    const taken = await page.evaluate(() => window.bench.result ?? Number.NaN)
    if (at > 0) samples.push(taken)
    await toggle.click()
    await page.locator(`[id="panel-${id}"]`).waitFor({ state: 'detached' })
  }
  return samples
}

/** From a key or a click to painted, correct rows. */
export async function measureTable(page: Page, asked: Asked): Promise<Line[]> {
  const { jobId, list, store, main } = asked
  const where = `${list.length.toLocaleString('en')} rows, ${store}`
  const large = jobId === jobs.large
  const line = (measure: string, value: number, limit: number): Line =>
    main ? atMost(measure, value, limit, ms) : { measure, value: ms(value) }

  const searched = await searchTimes(page, asked, search)
  const lines = [line(`search, key to rows, ${where}, p50`, median(searched), large ? 55 : 100)]
  const p95 = `search, key to rows, ${where}, p95`
  lines.push(
    large
      ? line(p95, percentile(searched, 0.95), 100)
      : { measure: p95, value: ms(percentile(searched, 0.95)) },
  )
  if (main) {
    const typed = await searchTimes(page, { ...asked, searches: Math.ceil(asked.searches / 2) }, typeSearch)
    const measure = `search, last letter to rows, ${where}, p50`
    lines.push(large ? line(measure, median(typed), 120) : { measure, value: ms(median(typed)) })
  }
  const sorted = await sortTimes(page, asked)
  lines.push(line(`sort, click to rows, ${where}, p50`, median(sorted), 60))
  if (main) {
    const expanded = await expandTimes(page, asked)
    lines.push(line(`expand, click to the career, ${where}, p50`, median(expanded), 28))
  }
  return lines
}
