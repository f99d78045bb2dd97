import type { Page } from '@playwright/test'
import { arrangeList, desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

type Shift = { value: number; what: string[] }

/** Starts to add up what moves without the reader's doing, from the first paint on. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
      })[]) {
        if (entry.hadRecentInput) continue
        const what = entry.sources.map(({ node, previousRect, currentRect }) => {
          const place = `${JSON.stringify(previousRect)} → ${JSON.stringify(currentRect)}`
          return `${node instanceof Element ? node.outerHTML.slice(0, 120) : node?.textContent} ${place}`
        })
        shifts.push({ value: entry.value, what })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Nothing moved by itself: less than what rounding to a pixel can add up to. */
async function expectStill(page: Page) {
  const shifts = await page.evaluate(async () => {
    // Two frames, so that what was drawn last has been reported.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return (window as unknown as { shifts: Shift[] }).shifts
  })
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  expect(sum, JSON.stringify(shifts, null, 2)).toBeLessThan(0.001)
}

/** Holds back whatever is asked about one person. @returns lets it through */
async function holdAnswers(page: Page): Promise<() => void> {
  let letThrough = () => {}
  const gate = new Promise<void>((done) => {
    letThrough = done
  })
  await page.route(
    /\/api\/jobs\/\d+\/candidates\/[^/?]+(\/(criteria|consistency|notes))?$/,
    async (route) => {
      await gate
      await route.continue()
    },
  )
  return letThrough
}

/** Lets answers through so late that what they move counts: for half a second, a press excuses it. */
async function answerLate(page: Page, answer: () => void) {
  const record = page.locator('[data-panel]')
  const tags = record.getByRole('region', { name: 'Tags' })
  await expect(tags).toBeVisible()
  await expect(record.getByRole('region', { name: 'Notes' })).toBeHidden()
  const asked = await page.evaluate(() => performance.now())
  await page.waitForFunction((at) => performance.now() > at + 500, asked)
  answer()
  await expect(record.getByRole('region', { name: 'Notes' })).toBeVisible()
  await expectStill(page)
}

for (const [screen, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`nothing jumps while a list loads, opens and grows (${screen})`, async ({ page, served, store }) => {
    const job = served.newJob(200)
    await store(job, 100)
    await page.setViewportSize(viewport)
    await watchShifts(page)
    await arrangeList(page, served, '?details=list')
    await page.goto(`/jobs/${job.jobId}`)
    const { toggle, career, scope, row } = desk(page)
    await expect(row(0)).toContainText(job.person(0).full_name)
    await expectStill(page)
    const answer = await holdAnswers(page)
    await toggle(1).click()
    await expect(career(job.person(1))).toBeVisible()
    await answerLate(page, answer)
    await scope.getByRole('button', { name: 'Load 50 more' }).click()
    await expect(scope).toContainText('150 loaded · 200 applied')
    await wheelUntil(page, 600, async () => (await row(60).count()) > 0)
    await expectStill(page)
  })

  test(`nothing jumps when a link to a person opens, nor on the jobs (${screen})`, async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(200)
    await store(job)
    await page.setViewportSize(viewport)
    await watchShifts(page)
    const answer = await holdAnswers(page)
    await page.goto(`/jobs/${job.jobId}/candidates/${job.person(150).application_id}`)
    const { toggle, career } = desk(page)
    await expect(career(job.person(150))).toBeVisible()
    await answerLate(page, answer)
    // On a phone the person covers the list.
    if (screen === 'a desk') await expect(toggle(150)).toBeFocused()
    await expectStill(page)
    await page.goto('/')
    await expect(page.getByRole('list', { name: 'Recent jobs' })).toBeVisible()
    await expectStill(page)
  })
}
