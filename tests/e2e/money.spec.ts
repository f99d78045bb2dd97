import type { Page } from '@playwright/test'
import { choose } from './choose'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('everyone left is loaded for a price asked about first, page by page, as the ledger says', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(230)
  await store(job, 50)
  const before = served.sandbox.stats().creditsCharged
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)
  await scope.getByRole('button', { name: 'More ways to load' }).click()
  const ways = page.getByRole('dialog', { name: 'More ways to load' })
  await ways.getByRole('button', { name: /Load the rest.*up to 18 credits/ }).click()
  const question = page.getByRole('alertdialog', { name: 'Load the rest?' })
  await expect(question).toContainText('Up to 180 applicants')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(served.sandbox.stats().creditsCharged).toBe(before)
  await scope.getByRole('button', { name: 'More ways to load' }).click()
  await ways.getByRole('button', { name: /Load the rest/ }).click()
  await question.getByRole('button', { name: /^Load the rest/ }).click()
  await expect(scope).toContainText('All 230 applicants loaded')
  expect(served.sandbox.stats().creditsCharged - before).toBe(18)
  await expect(page.getByRole('status').filter({ hasText: '180 new' })).toBeAttached()
})

test('a list that moved while it was read is not called complete before another pass has proven it', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(120)
  await store(job, 50)
  // Five whom nobody has read yet come to the front, where everyone was read before.
  served.sandbox.change(job.jobId, { kind: 'rerank', count: 5 })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)
  await expect(scope).toContainText('120 loaded · 120 applied · someone may be missing')
  const before = served.sandbox.stats().creditsCharged
  await scope.getByRole('button', { name: 'More ways to load' }).click()
  const way = page.getByRole('button', { name: /Look for who is missing.*up to \d+ credits/ })
  const most = Number(/up to (\d+) credits/.exec((await way.textContent()) ?? '')?.[1])
  await way.click()
  await page.getByRole('alertdialog').getByRole('button', { name: /up to/ }).click()
  await expect(scope).toContainText('All 120 applicants loaded')
  expect(served.sandbox.stats().creditsCharged - before).toBeLessThanOrEqual(most)
  await expect(page.getByRole('status').filter({ hasText: 'Nobody new' })).toBeAttached()
})

test('a long load tells how far it has come, and stops when told to, keeping what it bought', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(400)
  await store(job, 50)
  served.sandbox.setLatency([250, 300])
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)
  await scope.getByRole('button', { name: 'More ways to load' }).click()
  await page.getByRole('button', { name: /Load the rest/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: /up to/ }).click()
  await expect(scope).toContainText(/loaded · \d+ of up to 35 credits/)
  await scope.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Stopped/ })).toBeAttached()
  const note = page
    .getByRole('main')
    .getByText(/^Stopped: \d+ new so far\. Pressed again, it goes on from there\.$/)
  await expect(note).toBeVisible()
  served.sandbox.setLatency([0, 0])
  await expect(scope).toContainText(/\d+ loaded · 400 applied/)
  await scope.getByRole('button', { name: /Load 50 more/ }).click()
  // It goes when the next load starts, and that one came to what was expected.
  await expect(note).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0)
})

test('a load that was dearer than its price says so, until the reader dismisses it', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(90)
  await store(job, 50)
  served.sandbox.addFault({ kind: 'duplicate_ids', jobId: job.jobId })
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)
  await scope.getByRole('button', { name: /Load 40 more\s*4 credits/ }).click()
  const note = page.getByRole('main').getByText(/Charged \d+ credits, \d+ more than the price shown/)
  await expect(note).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(note).toHaveCount(0)
})

test('a long load goes on when its page is left, and counts in that tab alone; who opens the job sees how far it has come, and can stop it', async ({
  page,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(400)
  await store(job, 50)
  const before = served.sandbox.stats().creditsCharged
  served.sandbox.setLatency([1_000, 1_000])
  await page.goto(`/jobs/${job.jobId}`)
  const own = desk(page).scope
  await own.getByRole('button', { name: 'More ways to load' }).click()
  await page.getByRole('button', { name: /Load the rest/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: /up to/ }).click()
  await expect(own).toContainText(/loaded · \d+ of up to 35 credits/)
  await page.reload()
  await page.goto('/credits')

  const theirs = await colleague()
  await theirs.goto(`/jobs/${job.jobId}`)
  const { scope, load } = desk(theirs)
  await expect(scope).toContainText(/loaded · \d+ of up to 35 credits/)
  await expect(load.first()).toHaveAttribute('aria-disabled', 'true')
  // Its rows come without a press.
  await expect(scope).toContainText(/[1-3]\d0 loaded · 400 applied/)
  await scope.getByRole('button', { name: 'Stop' }).click()
  await expect(scope.getByRole('button', { name: /Load 50 more/ })).toBeVisible()
  await expect(scope).toContainText(/\d+ loaded · 400 applied/)
  const { stored } = (await (await theirs.request.get(`/api/jobs/${job.jobId}`)).json()) as { stored: number }
  expect(stored).toBeLessThan(400)
  await expect(scope).toContainText(`${stored} loaded · 400 applied`)
  const charged = served.sandbox.stats().creditsCharged - before
  const meter = (of: Page) => of.getByTitle('Where the credits went')
  await expect(meter(page)).toContainText(`${charged} in this visit`)
  await expect(meter(theirs)).not.toContainText('visit')
  served.sandbox.setLatency([0, 0])
})

test('a check costs one credit, marks who came, and they stay new over a look and a reload until their reader says so', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, row } = desk(page)
  // A first visit begins once rows have rested on the screen.
  await page.waitForRequest(/\/visits$/)
  served.sandbox.change(job.jobId, { kind: 'apply', count: 3, at: 'front' })
  const before = served.sandbox.stats().creditsCharged
  await scope.getByRole('button', { name: /Check for new/ }).click()
  const news = page.getByRole('button', { name: '3 new since your last visit' })
  await expect(news).toBeVisible()
  expect(served.sandbox.stats().creditsCharged - before).toBe(1)
  await expect(row(0).getByRole('rowheader')).toContainText('New:')
  await news.click()
  await expect(page).toHaveURL(/new=1/)
  await expect(scope).toContainText(/^3 of 33 applicants/)
  await page.waitForRequest(/\/visits$/)
  await page.goto(`/jobs/${job.jobId}?view=all`)
  await expect(row(0).getByRole('rowheader')).toContainText('New:')
  await expect(news).toBeVisible()
  await page.getByRole('button', { name: 'Mark as seen' }).click()
  await expect(news).toHaveCount(0)
  await expect(row(0).getByRole('rowheader')).not.toContainText('New:')
  await page.reload()
  await expect(row(0)).toBeVisible()
  await expect(page.getByRole('button', { name: /since your last visit/ })).toHaveCount(0)
  // A day begins where the reader is, which is not where the server is.
  const since = page.getByRole('combobox', { name: 'Show applicants added' })
  await choose(since, 'Added since yesterday')
  await expect(page).toHaveURL(/[?&]new=\d{4}-\d\d-\d\dT2[23]:00Z/)
  await expect(scope).toContainText(/^33 of 33 applicants/)
  await expect(since).toHaveText('Added since yesterday')
  await page.reload()
  await expect(since).toHaveText('Added since yesterday')
})

test('reading everyone again shows who is rated otherwise and who is no longer listed', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.waitForRequest(/\/visits$/)
  const leaver = job.person(29).full_name
  served.sandbox.change(job.jobId, { kind: 'withdraw', count: 1, at: 'end' })
  served.sandbox.change(job.jobId, { kind: 'rerate', count: 1, rating: 'GOOD_FIT' })
  const refresh = async (found: string) => {
    await desk(page).scope.getByRole('button', { name: 'More ways to load' }).click()
    await page.getByRole('button', { name: /Refresh everyone/ }).click()
    await expect(page.getByRole('status').filter({ hasText: found })).toBeAttached()
  }
  await refresh('1 changed')
  // A pass during which the total moved proves nothing: the next one, over a list that stands still, does.
  await refresh('1 no longer listed')
  await expect(desk(page).scope).toContainText('1 no longer listed')
  await page.goto(`/jobs/${job.jobId}?q=${encodeURIComponent(leaver)}`)
  await expect(page.getByRole('row').filter({ hasText: leaver }).first()).toContainText('no longer listed')
})

test('asked to slow down, a load counts down and goes on by itself, once', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(90)
  await store(job, 50)
  guard.expect(429, /\/fetches$/)
  await page.clock.install()
  await page.goto(`/jobs/${job.jobId}`)
  served.sandbox.addFault({ kind: 'RATE_LIMITED_LONG', times: 2, jobId: job.jobId })
  const { scope, failure } = desk(page)
  await scope.getByRole('button', { name: /Load 40 more/ }).click()
  await expect(failure).toContainText('Retrying in 90 s')
  await page.clock.runFor(91_000)
  // The second refusal waits for the reader.
  await expect(failure).toContainText('Too many requests')
  await expect(failure).not.toContainText('Retrying')
  await failure.getByRole('button', { name: /^Try again/ }).click()
  await expect(scope).toContainText('All 90 applicants loaded')
})
