import type { Page } from '@playwright/test'
import { copiedText, desk } from './desk'
import { expect, test } from './fixtures'

const headers = (page: Page) =>
  page
    .getByRole('columnheader')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.textContent?.replace(/\d{4}/g, '').trim() ?? '').filter((text) => text !== ''),
    )

test.describe('a reader arranges the table', () => {
  test('columns are hidden, moved and kept in sight, and stay so in this browser', async ({
    page,
    served,
    store,
    colleague,
  }) => {
    const job = served.newJob(30)
    await store(job)
    await page.goto(`/jobs/${job.jobId}`)
    await page.getByRole('button', { name: 'Display' }).click()
    const options = page.getByRole('dialog', { name: 'Display options' })
    await options.getByRole('checkbox', { name: 'Signal' }).uncheck()
    await options.getByRole('button', { name: 'Location: move before' }).click()
    await options.getByRole('button', { name: 'Experience: keep in sight' }).click()
    await options.getByText('Compact').click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Display' })).toBeFocused()
    const arranged = await headers(page)
    expect(arranged.slice(0, 3)).toEqual(['Person', 'Experience', 'Rating'])
    expect(arranged).not.toContain('Signal')
    expect(page.url()).not.toContain('columns')
    await page.reload()
    expect(await headers(page)).toEqual(arranged)
    await expect(desk(page).table).toHaveAttribute('data-density', 'compact')
    const other = await colleague()
    await other.goto(`/jobs/${job.jobId}`)
    expect(await headers(other)).toContain('Signal')
    await page.getByRole('button', { name: 'Display' }).click()
    await options.getByRole('button', { name: 'Reset' }).click()
    expect(await headers(page)).toContain('Signal')
  })

  test('a link carries the arrangement when it is asked to, and the colleague’s own stays theirs', async ({
    page,
    served,
    store,
    colleague,
  }) => {
    const job = served.newJob(30)
    await store(job)
    await page.goto(`/jobs/${job.jobId}?rating=MAYBE`)
    await page.getByRole('button', { name: 'Display' }).click()
    const options = page.getByRole('dialog', { name: 'Display options' })
    await options.getByRole('checkbox', { name: 'First seen' }).uncheck()
    await options.getByRole('radio', { name: '20 yr' }).check({ force: true })
    await options.getByRole('button', { name: 'Copy link with these columns' }).click()
    const link = await copiedText(page)
    expect(link).toContain('rating=MAYBE')
    const other = await colleague()
    await other.goto(link)
    expect(await headers(other)).not.toContain('First seen')
    await expect(other.getByLabel('Years shown')).toHaveValue('20')
    await other.goto(`/jobs/${job.jobId}`)
    expect(await headers(other)).toContain('First seen')
  })

  test('a column is dragged wider by its edge, and a double click gives its width back', async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(30)
    await store(job)
    await page.goto(`/jobs/${job.jobId}`)
    const rating = page.getByRole('columnheader', { name: 'Rating' })
    const before = await rating.boundingBox()
    const edge = { x: (before?.x ?? 0) + (before?.width ?? 0) - 4, y: (before?.y ?? 0) + 12 }
    await page.mouse.move(edge.x, edge.y)
    await page.mouse.down()
    await page.mouse.move(edge.x + 60, edge.y, { steps: 5 })
    await page.mouse.up()
    await expect
      .poll(async () => Math.round((await rating.boundingBox())?.width ?? 0))
      .toBe(Math.round((before?.width ?? 0) + 60))
    await page.reload()
    await expect
      .poll(async () => Math.round((await rating.boundingBox())?.width ?? 0))
      .toBe(Math.round((before?.width ?? 0) + 60))
    await page.mouse.dblclick(edge.x + 60, edge.y)
    await expect
      .poll(async () => Math.round((await rating.boundingBox())?.width ?? 0))
      .toBe(Math.round(before?.width ?? 0))
  })
})

test('careers are drawn on one axis, in words for who hears them, and a pointer asks for the job under it', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?career=all`)
  const at = Array.from({ length: 30 }, (_, index) => index).find((index) =>
    job.person(index).experiences[0]?.date_range.endsWith('Present'),
  )
  const person = job.person(at ?? 0)
  const [now] = person.experiences
  const drawing = desk(page)
    .row(at ?? 0)
    .getByRole('img')
  await expect(drawing).toHaveAccessibleName(new RegExp(now?.title ?? ''))
  const box = await drawing.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 2, (box?.y ?? 0) + 10)
  await expect(page.locator('body')).toContainText(now?.date_range ?? '')
  await page.getByLabel('Years shown').selectOption('5')
  await expect(drawing).toHaveAttribute('viewBox', /^0 0 60 /)
  await desk(page)
    .toggle(at ?? 0)
    .click()
  const chart = desk(page).career(person).getByRole('group', { name: 'Jobs over time' })
  await chart
    .getByRole('button', { name: new RegExp(`^${now?.title}`) })
    .first()
    .hover()
  await expect(desk(page).career(person).locator('[data-marked="true"]')).toHaveCount(2)
})

test('where a reader forces the colours, careers and boxes stay visible', async ({ page, served, store }) => {
  const job = served.newJob(20)
  await store(job)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/jobs/${job.jobId}`)
  const fills = await desk(page)
    .table.locator('[data-career] path')
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill))
  expect(fills.length).toBeGreaterThan(0)
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(fills).not.toContain(ground)
})

test('at 400 % the list reads as cards, and nothing reaches sideways', async ({ page, served, store }) => {
  const job = served.newJob(20)
  await store(job)
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto(`/jobs/${job.jobId}`)
  await expect(desk(page).row(0)).toBeAttached()
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  await expect(page.getByRole('columnheader')).toHaveCount(0)
})
