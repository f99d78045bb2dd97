import { devices, type Page } from '@playwright/test'
import { choose } from './choose'
import { arrangeList, desk } from './desk'
import { expect, test } from './fixtures'

const { userAgent } = devices['Pixel 7']
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, userAgent })

const scripts = /\/_next\/static\/chunks\/[^/]+\.js$/

/** Nothing of the page reaches beyond its right edge. */
async function expectNoSideways(page: Page) {
  const wider = await page.evaluate(() =>
    [
      document.documentElement,
      document.querySelector('main'),
      document.querySelector('main')?.firstElementChild,
    ]
      .filter((element) => element instanceof Element)
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  )
  expect(wider).toEqual([0, 0, 0])
}

test('on a phone people are cards, and a tap opens their career below without anything reaching sideways', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await arrangeList(page, served, '?details=list')
  await page.goto(`/jobs/${job.jobId}`)
  const { row, toggle, career } = desk(page)
  await expect(row(0)).toContainText(job.person(0).full_name)
  await expect(page.getByRole('columnheader')).toHaveCount(0)
  const card = await row(0).boundingBox()
  expect(card?.width).toBeLessThanOrEqual(360)
  await expectNoSideways(page)
  for (const at of [0, 1, 2]) {
    await toggle(at).tap()
    await expect(career(job.person(at))).toBeVisible()
    await expectNoSideways(page)
    await toggle(at).tap()
  }
})

test('on a phone the person of a link is in sight before any script arrives, and stays there', async ({
  context,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(120)
  await store(job)
  const person = job.person(100)
  guard.expect('lost', scripts)
  // Not `page`, which waits for its scripts.
  const page = await context.newPage()
  await page.route(scripts, (route) => route.abort('connectionfailed'))
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  const { toggle, career } = desk(page)
  await expect(toggle(100)).toBeInViewport()
  await expect(career(person)).toBeInViewport()
  // A screen of cards, not one of a table.
  expect(await page.locator('[data-index]').count()).toBeLessThan(12)

  await page.unroute(scripts)
  await page.reload()
  await expect(career(person)).toBeFocused()
  await expect(toggle(100)).toBeInViewport()
  await expect(career(person)).toBeInViewport()
})

test('on a phone a sheet filters and sorts, and says how many it would show', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('button', { name: 'Filter and sort' }).tap()
  const sheet = page.getByRole('dialog', { name: 'Filter and sort' })
  await choose(sheet.getByLabel('Sort by'), 'Name, Z to A')
  await expect(page).toHaveURL(/sort=-name/)
  await sheet.locator('label', { hasText: 'Unrated' }).tap()
  await expect(page).toHaveURL(/rating=UNRATED/)
  const unrated = Array.from({ length: 60 }, (_, at) => job.person(at)).filter(
    ({ rating }) => rating === 'UNRATED',
  ).length
  await sheet.getByRole('button', { name: `Show ${unrated} applicants` }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(desk(page).scope).toContainText(`${unrated} of 60 applicants`)
  await expect(page.getByRole('button', { name: 'Filter and sort' })).toContainText('1')
  await page.getByRole('button', { name: 'Remove filter Rating: Unrated' }).tap()
  await expect(desk(page).scope).toContainText('All 60 applicants loaded')
})

test('on a phone every page fits: jobs, an empty job, a failed load, nothing at an address', async ({
  page,
  served: { sandbox, newJob },
  guard,
}) => {
  const job = newJob(60)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()
  // The last of the top bar.
  await expect(page.getByRole('button', { name: /^Theme:/ })).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.goto(`/jobs/${job.jobId}`)
  await expectNoSideways(page)
  sandbox.addFault({ kind: 'ACCOUNT_INACTIVE', jobId: job.jobId })
  guard.expect(502, /\/fetches$/)
  await desk(page).load.tap()
  await expect(desk(page).failure).toBeVisible()
  await expectNoSideways(page)
  guard.expect(404, /^\/nowhere$/)
  await page.goto('/nowhere')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
