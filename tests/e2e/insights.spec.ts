import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'

test('what people are like is counted with its scope, and a bar leads to its people in the list', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}/insights`)
  await expect(page.locator('[data-scope]')).toContainText('50 loaded · 31 not loaded · as of')
  const ratings = page.getByRole('region', { name: 'Ratings' })
  const bar = ratings.getByRole('group').getByRole('link').first()
  const said = (await bar.getAttribute('aria-label')) ?? ''
  const people = /(\d+) (?:person|people)/.exec(said)?.[1] ?? ''
  await ratings.getByText('As a table').click()
  await expect(ratings.getByRole('table')).toContainText(people)
  await expectAccessible(page)
  await bar.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/jobs\/\d+\?rating=/)
  await expect(page.getByRole('region', { name: 'What is loaded' })).toContainText(`${people} match`)
})

test('people selected are compared, decided about and taken out, on a phone too', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(40)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?view=all`)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: '2 people compared' })).toBeVisible()
  const first = page.getByRole('article', { name: job.person(0).full_name })
  await first.getByRole('button', { name: 'Shortlist' }).click()
  await expect(first.getByRole('button', { name: 'Shortlist' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: `Take ${job.person(1).full_name} out of the comparison` }).click()
  await expect(page.getByText('One person is not enough to compare')).toBeVisible()
  const ids = [0, 1, 2, 3, 4].map((at) => job.person(at).application_id)
  await page.goto(`/jobs/${job.jobId}/compare?c=${ids.join(',')}`)
  await page.getByRole('button', { name: 'Compare the first 4' }).click()
  await expect(page.getByRole('heading', { name: '4 people compared' })).toBeVisible()
})
