import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('the list is walked, opened and selected by single keys', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career, row, search } = desk(page)
  const bar = page.getByRole('region', { name: 'Selection' })
  await page.keyboard.press('j')
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(toggle(1)).toBeFocused()
  await page.keyboard.press('o')
  await expect(career(job.person(1))).toBeVisible()
  await page.keyboard.press('o')
  await expect(career(job.person(1))).toBeHidden()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(bar).toContainText('3 selected')
  await expect(row(2)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(toggle(3)).toBeFocused()
})

test('two keys lead to another page, and one shows every shortcut', async ({ page, served, store }) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle } = desk(page)
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('region', { name: 'In the list' })).toContainText('Next person')
  await expectAccessible(page)
  // The list behind it has no keys meanwhile.
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(toggle(0)).toBeFocused()
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL('/credits')
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Jobs' }).first()).toBeVisible()
})

test.afterEach(async ({ page }) => {
  // The server is that of other tests too.
  await page.request.patch('/api/me/settings', { data: { keys: { off: false, keys: {} } } })
})

test('shortcuts are changed and turned off, for this member in every browser', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'Change the keys of “Next person”' }).click()
  const field = page.getByRole('textbox', { name: 'New keys for “Next person”' })
  await field.press('k')
  await expect(page.getByText('K is taken by “Previous person”.')).toBeVisible()
  await expectAccessible(page)
  await field.press('Backspace')
  await field.press('y')
  await field.press('Enter')
  await expect(page.getByRole('button', { name: 'Reset the keys of “Next person”' })).toBeVisible()

  const other = await page.context().newPage()
  const { toggle } = desk(other)
  await other.goto(`/jobs/${job.jobId}`)
  await other.keyboard.press('j')
  await other.keyboard.press('y')
  await expect(toggle(0)).toBeFocused()
  await other.close()

  await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck()
  await expect(page.getByRole('button', { name: /Change the keys/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
