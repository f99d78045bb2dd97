import type { Page } from '@playwright/test'
import { desk } from './desk'
import { expect, test } from './fixtures'

const chunks = /\/_next\/static\/chunks\//

/** From now on no more code comes, until the answer is called. */
async function loseChunks(page: Page) {
  await page.route(chunks, (route) => route.abort('connectionfailed'))
  return () => page.unroute(chunks)
}

test('a person, a filter and Share whose code is lost leave the list as it is, and come with the connection', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(60)
  await store(job)
  guard.expect('lost', chunks)
  await page.goto(`/jobs/${job.jobId}`)
  const restore = await loseChunks(page)
  const { toggle, row, career } = desk(page)
  const alert = page.getByRole('main').getByRole('alert')

  await toggle(0).click()
  await expect(alert).toContainText('This part did not load')
  await page.getByRole('button', { name: 'Company' }).first().click()
  const filter = page.getByRole('dialog', { name: 'Filter by company' })
  await expect(filter).toContainText('This part did not load')
  await filter.getByRole('searchbox').fill('con')
  await filter.getByRole('searchbox').press('Escape')
  await expect(filter).toHaveCount(0)
  await page.getByRole('button', { name: 'Share' }).click()
  const share = page.getByRole('dialog', { name: 'Share' })
  await expect(share).toContainText('This part did not load')
  for (const at of [0, 1, 2]) await expect(row(at)).toContainText(job.person(at).full_name)

  await restore()
  await share.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(career(job.person(0))).toContainText(job.person(0).experiences[0]?.company ?? '')
  await expect(alert).toHaveCount(0)
})

test('what is typed into a filter before its code is there is kept, and ticks what was meant', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(200)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.route(chunks, async (route) => {
    // As slow as the network between a recruiter and their server.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Location' }).first().click()
  await page.keyboard.type('paris', { delay: 90 })
  const dialog = page.getByRole('dialog', { name: 'Filter by location' })
  await expect(dialog.getByRole('checkbox').first()).toBeAttached()
  await expect(dialog.getByRole('searchbox')).toHaveValue('paris')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/[?&]location=Paris$/)
})

test('a tab of an older build says so, and a reload that its reader asks for stands in the same place', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(200)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?sort=name`)
  const notice = page.getByRole('status', { name: 'Update' })
  await expect(notice).toBeEmpty()
  await page.route('**/api/**', async (route) => {
    // A stream has no end that could be waited for.
    if (route.request().url().includes('/events')) return route.continue()
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'x-shortlist-build': 'another' } })
  })
  const { toggle } = desk(page)
  await toggle(2).click()
  await expect(notice).toContainText('Shortlist was updated.')
  const address = page.url()
  // An answer may be on its way: it is let through before nothing is changed any more.
  await page.unrouteAll({ behavior: 'wait' })
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(notice).toBeEmpty()
  expect(page.url()).toBe(address)
  await expect(toggle(2)).toHaveAttribute('aria-expanded', 'true')
})

test('a press that began before rows are drawn apart opens the person it is on, and rows wait for its end', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { table, toggle, career, search } = desk(page)
  // The press takes the focus from here.
  await search.focus()
  const placed = table.locator('[data-placed]')
  const name = await toggle(2).boundingBox()
  if (!name) throw new Error('the third person is not on the screen')
  let press = () => {}
  const pressed = new Promise<void>((resolve) => (press = resolve))
  await page.route(chunks, async (route) => {
    await pressed
    await route.continue()
  })
  const code = page.waitForResponse(async (response) =>
    chunks.test(response.url()) ? (await response.text()).includes('measurementsCache') : false,
  )
  await page.mouse.move(name.x + 8, name.y + name.height / 2)
  await page.mouse.down()
  press()
  await (await code).finished()
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await expect(placed).toHaveCount(0)
  await page.mouse.up()
  await expect(career(job.person(2))).toBeVisible()
  await expect(placed).toHaveCount(1)
})

test('rows that a reader scrolled to before they are drawn apart stay where they are', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/jobs/${job.jobId}`)
  const { table, row } = desk(page)
  await expect(row(0)).toBeVisible()
  // Cards with more in them than most have.
  await page.evaluate(() => {
    const taller = new CSSStyleSheet()
    taller.replaceSync('[data-index] { padding-bottom: 60px }')
    document.adoptedStyleSheets = [taller]
  })
  let come = () => {}
  const coming = new Promise<void>((resolve) => (come = resolve))
  await page.route(chunks, async (route) => {
    await coming
    await route.continue()
  })
  await page.mouse.move(200, 600)
  await page.mouse.wheel(0, 1_500)
  await expect(row(6)).toBeInViewport()
  const before = await row(6).boundingBox()
  come()
  await expect(table.locator('[data-placed]')).toHaveCount(1)
  expect((await row(6).boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
})
