import type { APIRequestContext, Page } from '@playwright/test'
import { desk, ledgerTotal, wheel, wheelUntil } from './desk'
import type { CreditMeter } from '@/lib/contracts/credits'
import { expect, test } from './fixtures'
import { inviteAndSignIn } from './people'

test.use({ autoload: '25' })

/** Makes the page that of somebody whose scrolling has spent nothing yet. */
async function becomeNewRecruiter(page: Page, owner: APIRequestContext): Promise<void> {
  await page.context().clearCookies()
  await inviteAndSignIn(owner, page.request, 'recruiter')
}

test('scrolling shows what is stored, buys on within its limit, then leaves the price to the reader', async ({
  page,
  request,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(412)
  await store(job, 100)
  await becomeNewRecruiter(page, request)
  const before = sandbox.stats()
  const ledger = await ledgerTotal(request)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, row, load } = desk(page)
  const limit = page.getByText('Auto-load reached today’s limit of 25 credits.')
  await wheelUntil(page, 2_500, async () => (await limit.count()) > 0)
  await expect(scope).toContainText('350 loaded · 412 applied')
  expect(guard.spends).toHaveLength(5)
  await wheel(page, 5_000)
  await expect(load.last()).toHaveText('Load 50 more5 credits')
  await expect(row(349)).toContainText(job.person(349).full_name)
  expect(guard.spends).toHaveLength(5)
  // It is theirs for the day, not this tab's.
  const { autoload } = (await (await page.request.get('/api/credits/meter')).json()) as CreditMeter
  expect(autoload).toEqual({ used: 25, limit: 25 })
  const tab = await page.context().newPage()
  await tab.goto(`/jobs/${job.jobId}`)
  await wheelUntil(tab, 5_000, () => tab.getByText('Auto-load reached today’s limit').isVisible())
  await tab.close()
  expect(guard.spends).toHaveLength(5)

  await load.last().click()
  await expect(scope).toContainText('400 loaded · 412 applied')
  await load.last().click()
  await expect(scope).toContainText('All 412 applicants loaded')
  const charged = sandbox.stats().creditsCharged - before.creditsCharged
  expect(charged).toBe(25 + 5 + 2)
  expect((await ledgerTotal(request)) - ledger).toBe(charged)
})

test('scrolling a filtered or sorted list to its end never spends', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(150)
  await store(job, 50)
  const { calls } = served.sandbox.stats()
  for (const search of ['?rating=UNRATED,MAYBE', '?sort=name', '?q=a']) {
    await page.goto(`/jobs/${job.jobId}${search}`)
    const { load } = desk(page)
    await wheelUntil(page, 3_000, () =>
      load.last().evaluate((button) => button.getBoundingClientRect().top < window.innerHeight),
    )
    await wheel(page, 3_000)
    await wheel(page, 3_000)
  }
  expect(guard.spends).toEqual([])
  expect(served.sandbox.stats().calls).toBe(calls)
})

test('a scroll that fails to buy shows why at the end of the list, and counts nothing against its limit', async ({
  page,
  request,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(120)
  await store(job, 50)
  await becomeNewRecruiter(page, request)
  sandbox.addFault({ kind: 'html_502', jobId: job.jobId })
  guard.expect(502, /\/fetches$/)
  await page.goto(`/jobs/${job.jobId}`)
  const { failure, scope } = desk(page)
  await wheelUntil(page, 2_500, async () => (await failure.count()) > 0)
  await expect(failure).toContainText('Nothing was charged')
  await expect(page.getByText('0 of 25 credits used today')).toBeVisible()
  // No scroll tries again by itself: that is the reader's to decide.
  await wheel(page, 2_500)
  await wheel(page, 2_500)
  expect(guard.spends).toHaveLength(1)
  await failure.getByRole('button', { name: /^Try again/ }).click()
  await expect(scope).toContainText('100 loaded · 120 applied')
})

test('people who are loaded into the middle of a sorted list do not move who stands at its upper edge', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(150)
  await store(job, 100)
  await page.goto(`/jobs/${job.jobId}?sort=name`)
  const { row, toggle, scope, table } = desk(page)
  await toggle(2).click()
  await wheelUntil(page, 300, async () => (await row(60).count()) > 0)
  const header = await page.getByRole('columnheader', { name: 'Person' }).boundingBox()
  const edge = (header?.y ?? 0) + (header?.height ?? 0) + 28
  const atEdge = () =>
    page.evaluate((y) => {
      const at = document.elementFromPoint(300, y)?.closest('[aria-rowindex]')
      return {
        id: at?.querySelector('[role=rowheader] [role=button]')?.id ?? '',
        index: at?.getAttribute('aria-rowindex') ?? '',
      }
    }, edge)
  // Its page may be on its way still.
  await expect.poll(async () => (await atEdge()).id).toMatch(/^person-/)
  await expect(table.getByText(/^Loading applicant/)).toHaveCount(0)
  const { id, index } = await atEdge()
  const person = page.locator(`[id="${id}"]`)
  const before = await person.boundingBox()
  await scope.getByRole('button', { name: 'Load 50 more' }).evaluate((button: HTMLElement) => button.click())
  await expect(table).toHaveAttribute('aria-rowcount', '151')
  await expect(table.getByRole('row').filter({ has: person })).not.toHaveAttribute('aria-rowindex', index)
  expect(await person.boundingBox()).toEqual(before)
})
