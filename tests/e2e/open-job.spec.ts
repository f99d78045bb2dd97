import { choose } from './choose'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('a job is opened by its id, shows the price, and the first press brings everyone it can', async ({
  page,
  served,
}) => {
  const job = served.newJob(81)
  const before = served.sandbox.stats()
  await page.goto('/')
  await page.getByLabel('Open a job').fill(job.jobId)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  const { scope, load, row, table } = desk(page)
  await expect(scope).toContainText('Nothing loaded yet')
  await expect(page.getByRole('heading', { name: 'See who applied' })).toBeVisible()
  expect(served.sandbox.stats().calls).toBe(before.calls)

  await expect(load).toHaveText('Load the first 50up to 5 credits')
  await load.click()
  await expect(scope).toContainText('50 loaded · 81 applied')
  await expect(table).toHaveAttribute('aria-rowcount', '51')
  await expect(row(0)).toContainText(job.person(0).full_name)
  await expect(row(3)).toContainText(job.person(3).full_name)
  const after = served.sandbox.stats()
  expect([after.calls - before.calls, after.creditsCharged - before.creditsCharged]).toEqual([1, 5])
})

test('a job is opened by the address that LinkedIn shows', async ({ page, served }) => {
  const { jobId } = served.newJob(3)
  await page.goto('/')
  await page
    .getByLabel('Open a job')
    .fill(`https://www.linkedin.com/jobs/view/growth-marketer-at-tallow-${jobId}/?refId=a1`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/jobs/${jobId}`)
  await expect(page).toHaveTitle(`Job ${jobId} · Shortlist`)
})

test('an address that names no job says so beside the field, and nothing is opened', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Open a job').fill('https://www.linkedin.com/feed/')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('That LinkedIn link isn’t a job')
  await expect(page.getByLabel('Open a job')).toBeFocused()
  await expect(page).toHaveURL('/')
})

test('a job that was opened is listed with its numbers, and keeps the name a recruiter gives it', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job, 50)
  await page.goto('/')
  const row = page
    .getByRole('list', { name: 'Recent jobs' })
    .getByRole('listitem')
    .filter({ hasText: job.jobId })
  await expect(row).toContainText('50 of 81 loaded')
  await expect(row).toContainText('31 not loaded yet')
  await row.getByRole('button', { name: `Give job ${job.jobId} a name` }).click()
  await page.getByLabel(`Name of job ${job.jobId}`).fill('Growth, Lisbon <b>')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('link', { name: 'Growth, Lisbon <b>' })).toBeVisible()
  await row.getByRole('link', { name: 'Growth, Lisbon <b>' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Growth, Lisbon <b>')
  await expect(page).toHaveTitle('Growth, Lisbon <b> · Shortlist')
})

test('a job of the second account is opened under that account’s address', async ({ page, served }) => {
  const { jobId } = served.newJob(12)
  await page.goto('/')
  await page.getByLabel('Open a job').fill(jobId)
  await choose(page.getByLabel('Account'), 'agency')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page).toHaveURL(`/jobs/${jobId}?account=agency`)
  const { scope, load } = desk(page)
  await load.click()
  await expect(scope).toContainText('All 12 applicants loaded')
  await page.goto(`/jobs/${jobId}`)
  await expect(scope).toContainText('Nothing loaded yet')
})

test('the name of the product leads back to the jobs from a job', async ({ page, served }) => {
  const { jobId } = served.newJob(1)
  await page.goto(`/jobs/${jobId}`)
  await page.getByRole('link', { name: 'Shortlist' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs')
})
