import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('everyone stored is searched across jobs, free, from the palette to the person', async ({
  page,
  served,
  store,
}) => {
  const [job, other] = [served.newJob(12), served.newJob(12)]
  await store(job)
  await store(other)
  const person = job.person(0)
  const paid: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/fetches')) paid.push(request.url())
  })
  await page.goto('/')
  // A key that is pressed before React has taken the page over is lost, to a reader too.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('header button')].some((button) =>
      Object.keys(button).some((key) => key.startsWith('__reactProps')),
    ),
  )
  await page.keyboard.press('ControlOrMeta+k')
  await page
    .getByRole('dialog', { name: 'Search and commands' })
    .getByRole('combobox')
    .fill(`"${person.full_name}"`)
  await page.getByRole('option', { name: /^Search everyone stored/ }).click()
  await expect(page).toHaveURL(/\/people\?q=/)
  const list = page.getByRole('list', { name: 'People', exact: true })
  await expect(list.getByText(person.full_name ?? '').first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toContainText('free')
  await expectAccessible(page)

  const box = page.getByRole('searchbox', { name: 'Search everyone stored' })
  await box.fill('"never closed')
  await box.press('Enter')
  await expect(page.getByText('A quotation mark is still open.')).toBeVisible()
  await expect(list).toBeHidden()
  await page.goBack()
  await list
    .getByRole('link', { name: new RegExp(job.jobId) })
    .first()
    .click()
  await expect(desk(page).career(person)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search applicants' }).fill('manager OR')
  await expect(page.getByRole('heading', { name: 'This search can’t be read' })).toBeVisible()
  expect(paid).toEqual([])
})

test('the search of everyone stored works on a phone', async ({ page, served, store }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await store(served.newJob(12))
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('list', { name: 'People', exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.screenshot({ path: test.info().outputPath('people-360.png') })
  await expectAccessible(page)
})
