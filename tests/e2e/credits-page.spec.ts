import type { CreditsPage } from '@/lib/contracts/credits'
import { choose } from './choose'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { owner } from './people'

const screens = {
  'a desk': { viewport: { width: 1440, height: 900 } },
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}

test('every paid call is in the ledger, with what was quoted and what was charged', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(37)
  await store(job)
  await page.goto(`/credits?job=${job.jobId}`)
  const entry = page.getByRole('table', { name: 'Ledger' }).getByRole('row').filter({ hasText: job.jobId })
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText('rows 1–50')
  // Fifty were asked for, and thirty-seven came.
  await expect(entry).toContainText('1 less than quoted')
  await expect(page.getByText('1 of 1, newest first')).toBeVisible()
  await entry.getByRole('link', { name: `Job ${job.jobId}` }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await expect(desk(page).row(0)).toBeVisible()
})

test('an answer that was lost stands as possibly charged, a refusal as free, and neither in what was charged', async ({
  page,
  request,
  served: { sandbox, newJob },
}) => {
  const job = newJob(60)
  for (const kind of ['truncated', 'ACCOUNT_INACTIVE'] as const) {
    sandbox.addFault({ kind, jobId: job.jobId })
    await request.post(`/api/jobs/${job.jobId}/fetches`, { data: { kind: 'next', maxCredits: 5 } })
  }
  await page.goto(`/credits?job=${job.jobId}`)
  const ledger = page.getByRole('table', { name: 'Ledger' })
  const lost = ledger.getByRole('row').filter({ hasText: 'Possibly charged' })
  await expect(lost).toContainText('the answer was lost')
  await expect(lost).toContainText('not known')
  await expect(ledger.getByRole('row').filter({ hasText: 'Free' })).toContainText(
    'the account is disconnected',
  )
  await expect(page.getByText('0 credits', { exact: true })).toBeVisible()
  await expect(page.getByText('5 credits', { exact: true })).toBeVisible()
})

test('filters stand in the address: a colleague and Back see the same part of the ledger', async ({
  page,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto('/credits')
  await choose(page.getByLabel('Job', { exact: true }), new RegExp(job.jobId))
  await expect(page).toHaveURL(`/credits?job=${job.jobId}`)
  await expect(page.getByText('2 of 2, newest first')).toBeVisible()
  await choose(page.getByLabel('Type'), 'Check')
  await expect(page).toHaveURL(`/credits?job=${job.jobId}&kind=check`)
  await expect(page.getByText('No call matches these filters')).toBeVisible()
  const theirs = await colleague()
  await theirs.goto(page.url())
  await expect(theirs.getByText('No call matches these filters')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('2 of 2, newest first')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/credits')
})

test('the totals of a job narrow the ledger to it, and tell what each of its people cost', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(40)
  await store(job)
  await page.goto(`/credits?job=${job.jobId}`)
  const row = page.getByRole('region', { name: 'By job' }).getByRole('row').filter({ hasText: job.jobId })
  await expect(row.getByRole('cell')).toHaveText([/40 loaded/, '1', '4', '0', '0.1'])
  await page.goto('/credits')
  await page.getByRole('region', { name: 'By person' }).getByRole('button', { name: owner.name }).click()
  const { id } = (await (await page.request.get('/api/me')).json()) as { id: string }
  await expect(page).toHaveURL(`/credits?who=${id}`)
})

test('older calls are loaded by a press, and reading them is free', async ({
  page,
  request,
  served,
  guard,
}) => {
  const job = served.newJob(0)
  for (let at = 0; at < 51; at += 1) {
    const answer = await request.post(`/api/jobs/${job.jobId}/fetches`, {
      data: { kind: 'check', maxCredits: 1 },
    })
    expect(answer.ok()).toBe(true)
  }
  await page.goto(`/credits?job=${job.jobId}`)
  await expect(page.getByText('50 of 51, newest first')).toBeVisible()
  await page.getByRole('button', { name: 'Load older free' }).click()
  await expect(page.getByText('51 of 51, newest first')).toBeVisible()
  await expect(page.getByRole('button', { name: /Load older/ })).toHaveCount(0)
  expect(guard.spends).toEqual([])
})

test('the file holds the same part of the ledger as the page', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/credits?job=${job.jobId}`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const stream = await (await download).createReadStream()
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  const lines = text.trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines.slice(1).every((line) => line.includes(job.jobId))).toBe(true)
})

test('a file comes with the separator that its reader’s spreadsheet expects, or that they chose before', async ({
  page,
  served,
  store,
  colleague,
}) => {
  await store(served.newJob(10))
  const german = await colleague({ locale: 'de-DE' })
  await german.goto('/credits')
  const separator = german.getByLabel('Separator of the CSV file')
  const file = german.getByRole('link', { name: 'Export CSV' })
  await expect(separator).toHaveText('Semicolon ( ; )')
  await expect(file).toHaveAttribute('href', /&separator=semicolon$/)
  await choose(separator, 'Tab')
  await german.goto('/settings/audit')
  await expect(separator).toHaveText('Tab')
  await expect(file).toHaveAttribute('href', '/api/audit/export?separator=tab')
  await page.goto('/credits')
  await expect(page.getByRole('link', { name: 'Export CSV' })).toHaveAttribute(
    'href',
    '/api/credits/export?format=csv',
  )
})

test('the ledger stays readable in words when it cannot be read, and comes back', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(20)
  await store(job)
  await page.goto(`/credits?job=${job.jobId}`)
  await expect(page.getByText('1 of 1, newest first')).toBeVisible()
  guard.expect(400, /^\/api\/credits$/)
  await page.route('**/api/credits?job=*kind=next*', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'The store cannot be reached',
        status: 400,
        code: 'store_unavailable',
        detail: 'Nothing is lost.',
      }),
    }),
  )
  await choose(page.getByLabel('Type'), 'Load more')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The store cannot be reached. Nothing is lost.',
  )
  await page.unroute('**/api/credits?job=*kind=next*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('1 of 1, newest first')).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
})

test('the header tells what today cost and what this visit spent, and leads to where it went', async ({
  page,
  request,
  served,
}) => {
  const job = served.newJob(20)
  const { totals } = (await (await request.get('/api/credits?limit=1')).json()) as CreditsPage
  await page.goto('/')
  const meter = page.getByRole('banner').getByRole('link', { name: /credits today/ })
  await expect(meter).toContainText(`of ${totals.perDay.toLocaleString('en')}`)
  await expect(meter).not.toContainText('visit')
  await meter.click()
  await expect(page).toHaveURL('/credits')
  const places = page.getByRole('navigation', { name: 'Main' })
  await expect(places.getByRole('link', { name: 'Credits' })).toHaveAttribute('aria-current', 'page')
  await places.getByRole('link', { name: 'Jobs' }).click()
  await expect(page).toHaveURL('/')
  await page.goto(`/jobs/${job.jobId}`)
  await expect(places.getByRole('link', { name: 'Jobs' })).toHaveAttribute('aria-current', 'true')
})

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on ${screen}`, () => {
    test.use(options)

    test(`everyone can use the ledger, its table of days, and a part without an entry (${screen})`, async ({
      page,
      served,
      store,
    }) => {
      const job = served.newJob(60)
      await store(job)
      await page.goto('/credits')
      await page.getByText('As a table').click()
      await expect(page.getByRole('region', { name: 'Spending by day' })).toBeVisible()
      await expectAccessible(page)
      const wider = await page.evaluate(() =>
        [document.documentElement, document.querySelector('main')]
          .filter((element) => element !== null)
          .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      )
      expect(wider).toEqual([0, 0])
      await page.goto(`/credits?job=${job.jobId}&state=unknown`)
      await expect(page.getByText('No call matches these filters')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
