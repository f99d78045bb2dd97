import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

const edge = (page: Page) => page.locator('[data-scroll-edge]')
const shade = (part: Locator, pseudo?: string) =>
  part.evaluate((element, name) => {
    const { backgroundImage, borderInlineEndColor, borderInlineStartColor, display } = getComputedStyle(
      element,
      name,
    )
    return { backgroundImage, display, lines: [borderInlineStartColor, borderInlineEndColor] }
  }, pseudo)

test('a table that goes on out of sight shows at which side, and the keys bring the rest into sight', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(edge(page)).toBeHidden()

  await page.setViewportSize({ width: 768, height: 1024 })
  await expect(edge(page)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await shade(edge(page).locator('i'))).backgroundImage).toContain('gradient')
  }
  await expectAccessible(page)

  const name = page.getByRole('columnheader', { name: 'Person' })
  expect((await shade(name, '::after')).display).toBe('none')
  await desk(page).toggle(0).focus()
  await page.keyboard.press('End')
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 })
  await expect(edge(page)).toBeHidden()
  expect((await shade(name, '::after')).display).toBe('block')

  // Coming back, no cell stays under those that are always in sight.
  const pinned = await name.boundingBox()
  for (let col = 0; col < 9; col += 1) {
    await page.keyboard.press('ArrowLeft')
    const focus = page.locator(':focus')
    const cell = await focus.evaluate((element) => {
      const { left } = (element.closest('[data-col]') ?? element).getBoundingClientRect()
      return { left, col: Number(element.closest<HTMLElement>('[data-col]')?.dataset['col']) }
    })
    if (cell.col > 1) expect(cell.left).toBeGreaterThanOrEqual((pinned?.x ?? 0) + (pinned?.width ?? 0) - 1)
  }

  await page.emulateMedia({ forcedColors: 'active' })
  await page.keyboard.press('Home')
  await expect(edge(page)).toBeVisible()
  const highlight = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = 'forced-color-adjust: none; color: Highlight'
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  })
  expect((await shade(edge(page).locator('i'))).lines).toContain(highlight)
})

for (const width of [768, 1024]) {
  test(`nothing of the other screens is out of sight at ${width} px`, async ({ page, served, store }) => {
    const job = served.newJob(30)
    await store(job)
    await page.setViewportSize({ width, height: 900 })
    for (const path of [
      '/',
      '/credits',
      ...['', '/people', '/links', '/privacy', '/audit'].map((name) => `/settings${name}`),
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const beyond = await page.evaluate(() => {
        const main = document.querySelector('main')!
        const right = main.getBoundingClientRect().left + main.clientWidth
        return [...main.querySelectorAll(':not(.sr-only, .sr-only *, svg *)')]
          .filter((element) => element.getBoundingClientRect().right > right + 1)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(beyond, path).toEqual([])
    }
  })
}

test('on a phone the pages of the settings that are out of sight show that there are more', async ({
  page,
}) => {
  await page.setViewportSize({ width: 260, height: 600 })
  await page.goto('/settings')
  const nav = page.getByRole('navigation', { name: 'Settings' })
  const fades = () => nav.evaluate((element) => getComputedStyle(element).maskImage)
  await expect(nav).toHaveAttribute('data-more-after', '')
  expect(await fades()).toContain('gradient')
  await nav.evaluate((element) => element.scrollTo({ left: element.scrollWidth }))
  await expect(nav).not.toHaveAttribute('data-more-after')
  await expect(nav).toHaveAttribute('data-more-before', '')
})

for (const [width, height] of [
  [1440, 900],
  [768, 1024],
  [360, 740],
] as const) {
  test(`a notice covers nothing of a row and moves none (${width} px)`, async ({
    page,
    served: { sandbox, newJob },
    store,
    guard,
  }) => {
    const job = newJob(60)
    await store(job, 50)
    await page.setViewportSize({ width, height })
    sandbox.addFault({ kind: 'html_502', jobId: job.jobId })
    guard.expect(502, /\/fetches$/)
    await page.goto(`/jobs/${job.jobId}`)
    const { scope, failure, row } = desk(page)
    const places = () => Promise.all([0, 1, 2].map((at) => row(at).boundingBox()))
    const before = await places()
    await scope.getByRole('button', { name: 'Load 10 more' }).click()
    await expect(failure).toBeInViewport({ ratio: 1 })
    expect(await places()).toEqual(before)
    // Whatever is at the corners of the first row is of the first row.
    const onTop = await row(0).evaluate((element) => {
      const list = element.closest('.overflow-auto')!.getBoundingClientRect()
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return [left + 30, Math.min(right, list.right) - 30].flatMap((x) =>
        [top + 2, Math.min(bottom, list.bottom) - 2].map((y) =>
          element.contains(document.elementFromPoint(x, y)),
        ),
      )
    })
    expect(onTop).toEqual([true, true, true, true])
    const [notice, bar] = [await failure.boundingBox(), await page.getByRole('banner').boundingBox()]
    const lowest = await page.evaluate(() => {
      const list = document.querySelector('[role=grid]')!.closest('.overflow-auto')!
      return list.getBoundingClientRect().bottom
    })
    expect(notice?.y).toBeGreaterThanOrEqual(lowest)
    // And leaves most of the page to the list.
    expect(lowest - (bar?.height ?? 0)).toBeGreaterThan(height * 0.5)
    await failure.getByRole('button', { name: 'Dismiss' }).click()
    await expect(failure).toHaveCount(0)
    expect(await places()).toEqual(before)
  })
}

test('skeletons stand where the cells will', async ({ page, served, store }) => {
  const job = served.newJob(400)
  await store(job)
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.goto(`/jobs/${job.jobId}`)
  await page.route(/\/candidates\?.*at=/, async (route) => {
    await held
    await route.continue()
  })
  await desk(page).toggle(0).focus()
  await page.keyboard.press('Control+End')
  const place = (cells: Locator) =>
    cells.evaluateAll((all) =>
      all.map((cell) => {
        const { left, width } = cell.getBoundingClientRect()
        return [Math.round(left), Math.round(width)]
      }),
    )
  const row = desk(page).row(397)
  await expect(row).toContainText('Loading applicant 398')
  const blank = await place(row.locator('> [aria-hidden=true]'))
  release()
  await expect(row).toContainText(job.person(397).full_name)
  expect(blank.length).toBeGreaterThan(6)
  expect(await place(row.locator('> [data-col]'))).toEqual(blank)
})
