import type { Page } from '@playwright/test'
import { choose } from './choose'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

const bar = (page: Page) => page.getByRole('search').locator('..')
const filter = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true })
const announcer = (page: Page) => page.locator('[role=status][aria-live=polite]').first()

test('opening a filter asks for that one alone, and choosing in it asks for no count again', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}`)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname.endsWith('/facets')) asked.push(searchParams.get('facet') ?? 'all')
  })
  await filter(page, 'Location').click()
  const dialog = page.getByRole('dialog', { name: 'Filter by location' })
  await expect(dialog).toContainText('Counts cover the 50 loaded')
  const first = dialog.getByRole('group', { name: 'Countries' }).getByRole('checkbox').first()
  await first.press('Space')
  await expect(first).toBeChecked()
  await expect(desk(page).scope).toContainText(/^\d+ match(es)? of 50 loaded/)
  expect(asked).toEqual(['location'])
})

test('by keyboard alone: a filter under “More” is opened, chosen from, closed, and taken away', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)
  await filter(page, 'More').press('Enter')
  const menu = page.getByRole('menu', { name: 'More filters' })
  await expect(menu.getByRole('menuitem', { name: 'Current company' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem', { name: 'Job title contains' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Filter by job title' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await expect(dialog.getByRole('checkbox').first()).toBeAttached()
  await page.keyboard.type('senior')
  await expect(dialog.getByRole('checkbox')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/jobs/${job.jobId}?title=senior`)
  const seniors = Array.from({ length: 60 }, (_, at) => job.person(at)).filter(({ experiences }) =>
    experiences.some(({ title }) => /\bsenior\b/i.test(title ?? '')),
  ).length
  await expect(scope).toContainText(`${seniors} of 60 applicants`)
  await expect(announcer(page)).toContainText(`${seniors} of 60 applicants`)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(
    bar(page).getByRole('button', { name: 'Job title contains: senior', exact: true }),
  ).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await expect(filter(page, 'More')).toBeFocused()
  await expect(announcer(page)).toContainText('All 60 applicants are shown')
})

test('each number a filter shows is the number of people it leaves: current company and day of first sight', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  for (const [name, key] of [
    ['Current company', 'now'],
    ['Added', 'seen'],
  ] as const) {
    await filter(page, 'More').click()
    await page.getByRole('menuitem', { name }).click()
    const dialog = page.getByRole('dialog', { name: `Filter by ${name.toLowerCase()}` })
    const row = dialog.locator('label').first()
    const count = (await row.locator('span').last().textContent()) ?? ''
    await dialog.getByRole('checkbox').first().press('Space')
    await expect(page).toHaveURL(new RegExp(`[?&]${key}=`))
    await expect(desk(page).scope).toContainText(new RegExp(`^${count} of 60 applicants`))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  }
})

test('a colleague’s link opens the same filters, each with a button that takes it away', async ({
  colleague,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  const page = await colleague()
  const day = new Date().toISOString().slice(0, 10)
  await page.goto(`/jobs/${job.jobId}?rating=UNRATED&title=senior&seen=${day}`)
  const { scope } = desk(page)
  await expect(scope).toContainText(/^\d+ of 60/)
  await page.getByRole('button', { name: 'Remove filter Job title contains: senior' }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}?rating=UNRATED&seen=${day}`)
  await page.getByRole('button', { name: /^Remove filter Added:/ }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}?rating=UNRATED`)
  await page.goBack()
  await expect(page.getByRole('button', { name: /^Remove filter Added:/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(scope).toContainText('All 60 applicants loaded')
})

test('a choice that leaves nobody stays in its list while it is chosen', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?company=Nobody%20Works%20Here`)
  await bar(page).getByRole('button', { name: 'Company: Nobody Works Here', exact: true }).click()
  const gone = page.getByRole('dialog').getByRole('checkbox', { name: /^Nobody Works Here ?0$/ })
  await expect(gone).toBeChecked()
  await gone.press('Space')
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
})

test('at 1440 pixels the filters stand on one line', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const tops = await bar(page)
    .locator('button, form')
    .evaluateAll((parts) =>
      parts
        .map((part) => part.getBoundingClientRect())
        .flatMap(({ top, height }) => (height > 0 ? [top + height / 2] : [])),
    )
  expect(tops.length).toBeGreaterThan(6)
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8)
})

test('everyone can use the long filters', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?location=Paris&title=senior`)
  await bar(page)
    .getByRole('button', { name: /^Location: / })
    .click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeAttached()
  await expectAccessible(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the sheet has every filter and orders of several levels, and its last press shows the people', async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(60)
    await store(job)
    await page.goto(`/jobs/${job.jobId}`)
    await page.getByRole('button', { name: 'Filter and sort' }).tap()
    const sheet = page.getByRole('dialog', { name: 'Filter and sort' })
    await choose(sheet.getByLabel('Sort by'), 'Rating, then most experience')
    await expect(page).toHaveURL(/sort=rating,-years/)
    for (const name of ['Current company', 'Job title contains', 'Added', 'Location']) {
      await sheet.getByRole('button', { name: new RegExp(`^${name}`) }).tap()
      await expect(sheet.getByRole('checkbox').first()).toBeAttached()
    }
    await expectAccessible(page)
    await sheet
      .locator('label')
      .filter({ has: page.getByRole('checkbox') })
      .first()
      .tap()
    await expect(page).toHaveURL(/location=/)
    await sheet.getByRole('button', { name: /^Show \d+ applicants?$/ }).tap()
    await expect(sheet).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Filter and sort' })).toBeFocused()
    await expect(page.getByRole('button', { name: /^Remove filter Location:/ })).toBeVisible()
  })
})
