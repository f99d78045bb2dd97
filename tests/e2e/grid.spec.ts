import type { Page } from '@playwright/test'
import { copiedText, desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

const stops = (page: Page) => page.getByRole('grid').locator('[tabindex="0"]')
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index'))

test('the grid is one stop of the Tab key, and arrows move in it', async ({ page, served, store }) => {
  const job = served.newJob(120)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, row, table } = desk(page)
  await toggle(0).focus()
  await expect(stops(page)).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(row(0).getByRole('gridcell').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(1).getByRole('gridcell').nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(row(1).getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(1).getByRole('gridcell').last()).toBeFocused()
  await expect(stops(page)).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(table.getByRole('columnheader').last()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(0).getByRole('gridcell').last()).toBeFocused()
})

test('the keys lead to rows that are not in the document yet', async ({ page, served, store }) => {
  const job = served.newJob(412)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle } = desk(page)
  await toggle(0).focus()
  await page.keyboard.press('PageDown')
  await expect.poll(async () => Number(await focusedRow(page))).toBeGreaterThan(5)
  await page.keyboard.press('Control+End')
  await expect.poll(() => focusedRow(page)).toBe('411')
  await page.keyboard.press('Control+Home')
  await expect.poll(() => focusedRow(page)).toBe('0')
  await page.keyboard.press('ArrowRight')
  await expect(toggle(0)).toBeFocused()
})

test('every row says its number in the whole list, and the grid how many there are', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(300)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { table, row } = desk(page)
  await expect(table).toHaveAttribute('aria-rowcount', '301')
  await wheelUntil(page, 500, async () => (await row(200).count()) > 0)
  const numbers = await table
    .locator('[data-index] > * > [role=row][aria-rowindex]')
    .evaluateAll((rows) => rows.map((each) => Number(each.getAttribute('aria-rowindex'))))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(new Set(numbers).size).toBe(numbers.length)
  await expect(row(200).getByRole('rowheader')).toContainText(job.person(200).full_name)
})

test('people are selected by box, by key and by range, and stay selected over a reload', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { row, toggle } = desk(page)
  const bar = page.getByRole('region', { name: 'Selection' })
  await row(1).getByRole('checkbox').click()
  await row(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('4 selected')
  await toggle(6).focus()
  await page.keyboard.press('x')
  await expect(bar).toContainText('5 selected')
  await expect(row(6)).toHaveAttribute('aria-selected', 'true')
  await page.reload()
  await expect(bar).toContainText('5 selected')
  await row(1).getByRole('checkbox').click()
  await expect(bar).toContainText('4 selected')
  await bar.getByRole('button', { name: 'Clear the selection' }).click()
  await expect(bar).toHaveCount(0)
})

test('the box in the header says which rows it means, and means those not in the browser too', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(140)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('checkbox', { name: 'Select all 140 loaded' }).click()
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('140 selected')
  await bar.getByRole('button', { name: 'Copy links' }).click()
  const links = (await copiedText(page)).split('\n')
  expect(new Set(links).size).toBe(140)
  expect(links[139]).toBe(`${served.url}/jobs/${job.jobId}/candidates/${job.person(139).application_id}`)
  await page.getByRole('checkbox', { name: 'Clear the selection' }).click()
  await expect(bar).toHaveCount(0)
  await page.goto(`/jobs/${job.jobId}?top=1`)
  const wanted = Array.from({ length: 140 }, (_, at) => job.person(at)).filter(
    (one) => one.is_top_choice,
  ).length
  await page.getByRole('checkbox', { name: `Select the ${wanted} who match` }).click()
  await expect(bar).toContainText(`${wanted} selected`)
})

test('Shift sorts further, and the header says in which order', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const header = (name: string) => page.getByRole('columnheader', { name })
  await header('Rating').getByRole('button').click()
  await header('Experience')
    .getByRole('button')
    .click({ modifiers: ['Shift'] })
  await expect(page).toHaveURL(/sort=rating,years/)
  await expect(header('Experience')).toContainText('sort order 2')
})

test('a row says where a search found what it does not show', async ({ page, served, store }) => {
  const job = served.newJob(81)
  await store(job)
  const people = Array.from({ length: 81 }, (_, at) => job.person(at))
  const person = people.find((one) =>
    one.experiences.some(({ description }, at) => at > 0 && description.includes('Interviewed 60 nurses')),
  )
  expect(person).toBeDefined()
  await page.goto(`/jobs/${job.jobId}?q=${encodeURIComponent('"interviewed 60 nurses"')}`)
  const row = page.getByRole('row').filter({ hasText: person?.full_name ?? '' })
  await expect(row.first()).toContainText(/in an? (\d{4}|undated) job description/)
})

test('a name is copied by dragging over it or by three presses, and neither opens anybody', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  const selected = () => page.evaluate(() => window.getSelection()?.toString().trim())
  const box = await toggle(1).evaluate((name) => {
    const text = document.createRange()
    text.selectNodeContents(name)
    const { x, y, width, height } = text.getBoundingClientRect()
    return { x, y, width, height }
  })
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 1, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 2, y, { steps: 5 })
  await page.mouse.up()
  expect(await selected()).toBe(job.person(1).full_name)
  await expect(toggle(1)).toHaveAttribute('aria-expanded', 'false')

  await toggle(2).click({ clickCount: 3 })
  expect(await selected()).toBe(job.person(2).full_name)
  await expect(toggle(2)).toHaveAttribute('aria-expanded', 'false')
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)

  await toggle(3).click()
  await expect(career(job.person(3))).toBeVisible()
})

test('selecting with the x key is said aloud, with how many are selected', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle } = desk(page)
  const said = page.locator('[role=status][aria-live=polite]').first()
  await toggle(0).press('x')
  await expect(said).toContainText(`${job.person(0).full_name} selected. 1 selected in all.`)
  await toggle(2).press('Shift+X')
  await expect(said).toContainText('3 selected in all.')
  await toggle(0).press('x')
  await expect(said).toContainText(`${job.person(0).full_name} no longer selected. 2 selected in all.`)
})
