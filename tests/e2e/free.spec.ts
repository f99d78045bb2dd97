import { desk, wheel } from './desk'
import { expect, test } from './fixtures'

test('opening, reading, leaving and coming back never call the provider', async ({
  page,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(81)
  await store(job, 50)
  const { calls } = sandbox.stats()
  await page.goto('/')
  const link = page.getByRole('link', { name: `Job ${job.jobId}` })
  await link.hover()
  await link.focus()
  await link.click()
  const { row, toggle, scope, load } = desk(page)
  await expect(row(0)).toContainText(job.person(0).full_name)
  await load.first().hover()
  await load.first().focus()
  await toggle(0).click()
  await expect(desk(page).career(job.person(0))).toBeVisible()
  await page.reload()
  await expect(row(0)).toContainText(job.person(0).full_name)
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('focus'))
    window.dispatchEvent(new Event('online'))
  })
  await page.goBack()
  await expect(desk(page).career(job.person(0))).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()
  await page.goForward()
  await expect(scope).toContainText('50 loaded · 81 applied')
  await page.goto(`/jobs/${job.jobId}/candidates/${job.person(70).application_id}`)
  await expect(page.getByRole('heading', { name: 'This person is not among the 50 loaded' })).toBeVisible()
  expect(guard.spends).toEqual([])
  expect(sandbox.stats().calls).toBe(calls)
})

test('a colleague opening a link to a job spends nothing, wherever the link leads', async ({
  colleague,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(81)
  await store(job, 50)
  const { calls } = sandbox.stats()
  const page = await colleague()
  await page.goto(`/jobs/${job.jobId}?rating=MAYBE&sort=-years`)
  await expect(desk(page).scope).toContainText('of 50 loaded · 81 applied')
  await page.goto(`/jobs/${newJob(40).jobId}`)
  await expect(desk(page).scope).toContainText('Nothing loaded yet')
  await wheel(page, 4_000)
  await page.keyboard.press('End')
  expect(guard.spends).toEqual([])
  expect(sandbox.stats().calls).toBe(calls)
})

test('two tabs that load at once make one call, and both show what it brought', async ({
  page,
  colleague,
  served: { sandbox, newJob },
}) => {
  const job = newJob(81)
  const before = sandbox.stats()
  const other = await colleague()
  await Promise.all([page.goto(`/jobs/${job.jobId}`), other.goto(`/jobs/${job.jobId}`)])
  sandbox.setLatency([1_000, 1_000])
  try {
    await Promise.all([desk(page).load.click(), desk(other).load.click()])
    await expect(desk(page).scope).toContainText('50 loaded · 81 applied')
    await expect(desk(other).scope).toContainText('50 loaded · 81 applied')
  } finally {
    sandbox.setLatency([0, 0])
  }
  const after = sandbox.stats()
  expect([after.calls - before.calls, after.creditsCharged - before.creditsCharged]).toEqual([1, 5])
})
