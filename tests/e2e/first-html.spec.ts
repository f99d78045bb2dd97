import { desk } from './desk'
import { expect, test } from './fixtures'

// The browser asks for some scripts, and takes none.
const withheld = /^answer lost: \/_next\/static\/chunks\/[^/]+\.js$/

test('the first HTML holds the rows, before any script has run', async ({
  colleague,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(60)
  await store(job)
  guard.allow(withheld)
  const page = await colleague({ javaScriptEnabled: false })
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, row, table } = desk(page)
  await expect(scope).toContainText('All 60 applicants loaded')
  await expect(table).toHaveAttribute('aria-rowcount', '61')
  await expect(row(0)).toContainText(job.person(0).full_name)
  await expect(row(9)).toContainText(job.person(9).full_name)
})

test('the first HTML of a person’s address holds that person, open', async ({
  colleague,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(120)
  await store(job)
  const person = job.person(100)
  guard.allow(withheld)
  const page = await colleague({ javaScriptEnabled: false })
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  await expect(desk(page).row(100)).toContainText(person.full_name)
  await expect(desk(page).career(person)).toBeVisible()
})

test('a page’s title names the job, and the person whose link was opened', async ({
  page,
  served,
  store,
  request,
}) => {
  const job = served.newJob(12)
  await store(job)
  const { application_id: applicationId, full_name: name } = job.person(4)
  await page.goto(`/jobs/${job.jobId}/candidates/${applicationId}`)
  await expect(page).toHaveTitle(`${name} · Job ${job.jobId} · Shortlist`)
  await request.patch(`/api/jobs/${job.jobId}`, { data: { label: 'Night baker' } })
  await page.reload()
  await expect(page).toHaveTitle(`${name} · Night baker · Shortlist`)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(page).toHaveTitle('Night baker · Shortlist')
  await desk(page).toggle(2).click()
  await expect(desk(page).career(job.person(2))).toBeVisible()
  await expect(page).toHaveTitle('Night baker · Shortlist')
})

test('search engines are told to stay away, and the icon is there', async ({ page, request }) => {
  await page.goto('/')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  const icon = await page.locator('link[rel="icon"]').first().getAttribute('href')
  expect((await request.get(icon ?? '')).status()).toBe(200)
})
