import type { Locator, Page } from '@playwright/test'
import { choose } from './choose'
import { copiedText, desk } from './desk'
import { expect, test } from './fixtures'

/** Fields whose border has less than 3 to 1 of contrast to what is inside or around it. */
function faintBorders(): string[] {
  const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: string) =>
    parse(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
  const contrast = (a: string, b: string) => {
    const [x, y] = [light(a), light(b)]
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  }
  const groundOf = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)'
    const { backgroundColor } = getComputedStyle(element)
    return parse(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor
  }
  // The frame of a field is its own, or that of the box it stands in.
  const frameOf = (field: Element): Element | null =>
    getComputedStyle(field).borderTopWidth === '0px' ? field.closest('form, label, div') : field
  return [
    ...document.querySelectorAll(
      'input:not([type=checkbox], [type=radio], [type=hidden]), [role=combobox], textarea',
    ),
  ]
    .filter((field) => field.getClientRects().length > 0)
    .flatMap((field) => {
      const frame = frameOf(field)
      if (!frame || getComputedStyle(frame).borderTopWidth === '0px') return []
      const { borderTopColor } = getComputedStyle(frame)
      const least = Math.min(
        contrast(borderTopColor, groundOf(frame)),
        contrast(borderTopColor, groundOf(frame.parentElement)),
      )
      return least < 3 ? [`${field.outerHTML.slice(0, 100)} ${least.toFixed(2)}`] : []
    })
}

const headers = (page: Page) =>
  page
    .getByRole('columnheader')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.textContent?.replace(/\d{4}/g, '').trim() ?? '').filter((text) => text !== ''),
    )

/** A column that was picked up hears keys one frame and one task after it says so: no hand is as quick as that. */
const keysHeard = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))))

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
    await options.getByRole('button', { name: 'Show Decision' }).click()
    await options.getByRole('button', { name: 'Move Location' }).focus()
    await page.keyboard.press('Space')
    await expect(options.getByText('Picked up Location, position 6 of 10.')).toBeAttached()
    await keysHeard(page)
    await page.keyboard.press('ArrowUp')
    await expect(options.getByText('Location is at position 5 of 10.')).toBeAttached()
    await page.keyboard.press('Space')
    await options.getByRole('button', { name: 'Pin Experience' }).click()
    await options.getByText('Compact').click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Display' })).toBeFocused()
    const arranged = await headers(page)
    expect(arranged.slice(0, 3)).toEqual(['Person', 'Experience', 'Rating'])
    expect(arranged).not.toContain('Decision')
    expect(arranged.findIndex((name) => name.startsWith('Career'))).toBe(arranged.indexOf('Location') + 1)
    expect(page.url()).not.toContain('columns')
    await page.reload()
    expect(await headers(page)).toEqual(arranged)
    await expect(desk(page).table).toHaveAttribute('data-density', 'compact')
    const other = await colleague()
    await other.goto(`/jobs/${job.jobId}`)
    expect(await headers(other)).toContain('Decision')
    await page.getByRole('button', { name: 'Display' }).click()
    await options.getByRole('button', { name: 'Reset' }).click()
    expect(await headers(page)).toContain('Decision')
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
    await options.getByRole('button', { name: 'Show Added' }).click()
    await options.getByRole('radio', { name: '20 yr' }).check({ force: true })
    await options.getByRole('button', { name: 'Copy link with these columns' }).click()
    const link = await copiedText(page)
    expect(link).toContain('rating=MAYBE')
    const other = await colleague()
    await other.goto(link)
    expect(await headers(other)).toContain('Added')
    await expect(other.getByLabel('Years shown')).toHaveText('Last 20 years')
    await other.goto(`/jobs/${job.jobId}`)
    expect(await headers(other)).not.toContain('Added')
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
  const end = (box?.x ?? 0) + (box?.width ?? 0)
  // What shows it is fetched when a pointer first moves.
  await expect
    .poll(async () => {
      await page.mouse.move(end - 3, (box?.y ?? 0) + 10)
      await page.mouse.move(end - 2, (box?.y ?? 0) + 10)
      return page.locator('body').innerText()
    })
    .toContain(now?.date_range ?? '')
  const tip = page.locator('.fixed').filter({ hasText: now?.date_range ?? '' })
  const { y: top, height } = (await tip.boundingBox()) ?? { y: NaN, height: NaN }
  // Above the drawing, however many jobs it names; below it where there is no room.
  const gaps = [top + height, top].map((edge) => Math.abs(edge - (box?.y ?? 0)))
  expect(Math.min(...gaps)).toBeLessThan(60)
  await choose(page.getByLabel('Years shown'), 'Last 5 years')
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

test('forced colours outline what is chosen and the menu that is open, not every row that is', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(20)
  await store(job)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/jobs/${job.jobId}?rating=MAYBE`)
  const outline = (part: Locator) => part.evaluate((element) => getComputedStyle(element).outlineStyle)
  const { toggle, row } = desk(page)
  await toggle(0).click()
  await expect(toggle(0)).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('searchbox', { name: 'Search applicants' }).focus()
  expect(await outline(toggle(0))).toBe('none')
  for (const folded of await row(0).locator('xpath=..').getByRole('button', { expanded: true }).all())
    expect(await outline(folded)).toBe('none')
  const chosen = page.locator('span', { has: page.getByRole('button', { name: /^Rating: / }) }).last()
  expect(await outline(chosen)).toBe('solid')
  const display = page.getByRole('button', { name: 'Display' })
  await display.click()
  await expect(page.getByRole('dialog', { name: 'Display options' })).toBeVisible()
  expect(await outline(display)).toBe('solid')
  expect(
    await outline(
      page
        .getByRole('dialog')
        .locator('label', { has: page.locator(':checked.sr-only') })
        .first(),
    ),
  ).toBe('solid')
})

test('the border of every field stands out from its grounds by 3 to 1, in both schemes', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(20)
  await store(job)
  for (const path of [
    '/',
    '/credits',
    '/settings',
    '/settings/people',
    '/settings/audit',
    `/jobs/${job.jobId}`,
  ]) {
    await page.goto(path)
    if (path.startsWith('/jobs/')) {
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await expect(page.getByLabel('Title')).toBeVisible()
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(faintBorders), `${path} in the ${colorScheme}`).toEqual([])
    }
  }
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
