import { desk } from './desk'
import { expect, test } from './fixtures'

test('while the first applicants are on their way the page says so', async ({ page, served }) => {
  const job = served.newJob(81)
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/fetches', async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, load } = desk(page)
  await load.click()
  await expect(scope).toContainText('Loading the first applicants…')
  await expect(page.getByRole('button', { name: /^Loading 50…/ })).toHaveAttribute('aria-disabled', 'true')
  letGo()
  await expect(scope).toContainText('50 loaded · 81 applied')
  await page.unrouteAll({ behavior: 'wait' })
})

test('the first applicants come below what was on the screen, and the focus goes to them', async ({
  page,
  served,
}) => {
  const job = served.newJob(120)
  await page.goto(`/jobs/${job.jobId}`)
  const { load, scope, row, toggle } = desk(page)
  await load.focus()
  await page.keyboard.press('Enter')
  await expect(row(0)).toContainText(job.person(0).full_name)
  await expect(toggle(0)).toBeFocused()
  await page.waitForRequest(/\/visits$/)
  await expect(scope).toBeInViewport()
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})

test('a job to which nobody applied says so after a look that cost nothing', async ({ page, served }) => {
  const job = served.newJob(0)
  const { creditsCharged } = served.sandbox.stats()
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, load } = desk(page)
  await load.click()
  await expect(page.getByRole('heading', { name: 'Nobody has applied yet' })).toBeVisible()
  await expect(scope).toContainText('Nobody has applied yet · updated')
  expect(served.sandbox.stats().creditsCharged).toBe(creditsCharged)
})

test('the only applicant is called that', async ({ page, served }) => {
  const job = served.newJob(1)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, load, row } = desk(page)
  await load.click()
  await expect(scope).toContainText('The only applicant is loaded')
  await expect(row(0)).toContainText(job.person(0).full_name)
  await expect(page.getByText('That’s the only applicant.')).toBeVisible()
})

test('part of a list says how many are loaded of how many, as of when here, and what the rest costs', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, load } = desk(page)
  await expect(scope).toContainText(/50 loaded · 81 applied · updated \d\d:\d\d/)
  await expect(scope).not.toContainText('UTC')
  await expect(load.first()).toHaveText('Load 31 more4 credits')
  await scope.getByRole('button', { name: /^Load/ }).click()
  await expect(scope).toContainText('All 81 applicants loaded')
  await expect(load).toHaveCount(0)
})

test('a whole list says at its end that it is all', async ({ page, served, store }) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(desk(page).scope).toContainText('All 12 applicants loaded')
  await expect(page.getByText('That’s all 12 applicants.')).toBeVisible()
})

test('no match in what is loaded says who was not searched, and loading searches them', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}?q=nobodyiscalledthis`)
  const { scope, load } = desk(page)
  await expect(page.getByRole('heading', { name: 'No match in the 50 loaded' })).toBeVisible()
  await expect(scope).toContainText('0 match of 50 loaded · 60 applied')
  await expect(page.getByText('10 applicants are not loaded yet, so not searched.')).toBeVisible()
  await load.last().click()
  await expect(page.getByRole('heading', { name: 'No matches' })).toBeVisible()
  await expect(scope).toContainText('0 of 60 applicants')
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(scope).toContainText('All 60 applicants loaded')
  await expect(desk(page).row(0)).toContainText(job.person(0).full_name)
})

test('a list that ends before its count says how many may be missing', async ({ page, served, store }) => {
  const job = served.newJob(20)
  served.sandbox.change(job.jobId, { kind: 'overstate', count: 5 })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(desk(page).scope).toContainText('20 loaded · 25 applied · 5 may be missing')
  await expect(page.getByText('The list changed while it was loading: 5 may be missing.')).toBeVisible()
})

test('a filtered list counts its matches within what is loaded', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job, 50)
  const fits = Array.from({ length: 50 }, (_, at) => job.person(at)).filter(
    ({ rating }) => rating === 'GOOD_FIT',
  )
  await page.goto(`/jobs/${job.jobId}?rating=GOOD_FIT`)
  const { scope, table } = desk(page)
  await expect(scope).toContainText(
    `${fits.length} ${fits.length === 1 ? 'matches' : 'match'} of 50 loaded · 60 applied`,
  )
  await expect(table).toHaveAttribute('aria-rowcount', String(fits.length + 1))
})
