import { choose } from './choose'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { expectNoLooseText, translatePage } from './translation'

test.use({ provider: 'built-in', apart: true })
test.describe.configure({ mode: 'default' })

test('without a provider’s key a stranger finds sample jobs, and loads one', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: /Sandbox/ })).toContainText('sample people, free credits')
  await expect(page.getByText('No jobs yet')).toBeVisible()
  await page.getByRole('link', { name: /Growth marketer, Paris/ }).click()
  await expect(page).toHaveURL('/jobs/4123456789')
  const { load, scope, toggle } = desk(page)
  await load.click()
  await expect(scope).toContainText('50 loaded · 81 applied')
  await toggle(0).click()
  await expect(page.locator('[data-panel]')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('list', { name: 'Recent jobs' })).toContainText('50 of 81 loaded')
})

test('a fault armed on the sandbox’s page is met by the next load, and the page counts it', async ({
  page,
  guard,
}) => {
  const jobId = '4100000033'
  guard.expect(502, /\/fetches$/)
  await page.goto(`/jobs/${jobId}`)
  await page.goto('/sandbox')
  const happened = page.getByRole('region', { name: 'What happened so far' })
  const calls = Number(
    await happened.getByText('Calls', { exact: true }).locator('..').locator('dd').textContent(),
  )
  await choose(page.getByLabel('Error'), 'A proxy fails with a page (502)')
  await choose(page.getByLabel('For job'), new RegExp(jobId))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText(`Turned on for the next call for job ${jobId}.`).first()).toBeVisible()
  await expect(happened).toContainText('A proxy fails with a page (502) (once)')

  await page.goto(`/jobs/${jobId}`)
  const { load, failure, scope } = desk(page)
  await load.click()
  await expect(failure).toContainText('Couldn’t reach the provider')
  await failure.getByRole('button', { name: /^Try again/ }).click()
  await expect(scope).toContainText('All 33 applicants loaded')
  await page.goto('/sandbox')
  await expect(happened.getByText('Calls', { exact: true }).locator('..')).toContainText(String(calls + 2))
  await expect(happened).toContainText(`Job ${jobId} 2 times`)
  await expectAccessible(page)
  await expect(happened).not.toContainText('Turned on')
})

test('people who apply on the sandbox’s page turn up in the list, and a reset takes them away', async ({
  page,
}) => {
  const jobId = '4100000021'
  await page.goto(`/jobs/${jobId}`)
  await page.goto('/sandbox')
  const change = page.locator('section', { has: page.getByRole('heading', { name: 'Change a list' }) })
  await choose(change.getByLabel('Job'), new RegExp(jobId))
  await choose(change.getByLabel('What happens'), 'People apply, listed first')
  await change.getByLabel('How many').fill('4')
  await change.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText(`the next call for job ${jobId} sees it.`).first()).toBeVisible()
  await page.goto(`/jobs/${jobId}`)
  await desk(page).load.click()
  await expect(desk(page).scope).toContainText('All 25 applicants loaded')
  await page.goto('/sandbox')
  await page.getByRole('button', { name: 'Reset the sandbox' }).click()
  await expect(page.getByText('The sandbox is as it was at the start.').first()).toBeVisible()
  await page.goto(`/jobs/${jobId}`)
  await expect(desk(page).scope).toContainText('All 25 applicants loaded')
})

test('an action is taken from the sandbox’s own page alone, and sent to it', async ({
  request,
  served: { url },
}) => {
  const headers = { 'next-action': '0'.repeat(42) }
  for (const origin of ['https://evil.test', 'null', `${url}.evil.test`]) {
    const answer = await request.post('/sandbox', { headers: { ...headers, origin }, data: '[]' })
    expect([answer.status(), await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'cross_origin' }),
    ])
  }
  for (const path of ['/', '/credits', '/sandbox/x', '/api/jobs']) {
    expect((await request.post(path, { headers, data: '[]' })).status(), path).toBe(405)
  }
  expect((await request.post('/sandbox', { headers, data: '[]' })).status()).toBeLessThan(500)
})

test('the sandbox’s own page works for who reads it translated', async ({ page }) => {
  await page.goto('/sandbox')
  await translatePage(page)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText(/^Turned on for the next call/).first()).toBeVisible()
  await expectNoLooseText(page)
  await page.getByRole('button', { name: 'Clear all faults' }).click()
  await expect(page.getByText(/^Turned off/).first()).toBeVisible()
  await expectNoLooseText(page)
})
