import type { FaultKind } from '@/lib/sandbox/faults'
import { desk, ledgerTotal } from './desk'
import { expect, test } from './fixtures'

type Refusal = { kind: FaultKind; times?: number; status: number; says: (string | RegExp)[] }

const free: Refusal[] = [
  { kind: 'INVALID_API_KEY', status: 502, says: ['The provider refused the API key', 'RECRUITER_API_KEY'] },
  { kind: 'ACCOUNT_INACTIVE', status: 502, says: ['The account is disconnected', '“main”', 'Reconnect'] },
  { kind: 'INVALID_ACCOUNT', status: 502, says: ['The provider does not know the account', '“main”'] },
  { kind: 'INVALID_ACTION', status: 502, says: ['The provider does not offer this call'] },
  { kind: 'INVALID_PARAMS', status: 404, says: ['The provider refused this load', 'may have been closed'] },
  { kind: 'INSUFFICIENT_CREDITS', status: 402, says: ['credits have run out', 'needed 1 credit.'] },
  { kind: 'RATE_LIMITED_LONG', status: 429, says: ['Too many requests', /Retrying in (90|8\d) s\./] },
  { kind: 'INTERNAL_ERROR', times: 3, status: 502, says: ['The provider had an error of its own'] },
  { kind: 'UNKNOWN_CODE', status: 502, says: ['The provider refused', 'UNKNOWN_CODE'] },
  { kind: 'html_403', status: 502, says: ['Couldn’t reach the provider'] },
  { kind: 'html_502', status: 502, says: ['Couldn’t reach the provider'] },
  { kind: 'redirect', status: 502, says: ['Couldn’t reach the provider'] },
]

for (const { kind, times, status, says } of free) {
  test(`a load refused with ${kind} keeps the rows, says that nothing was charged, and can be tried again`, async ({
    page,
    request,
    served: { sandbox, newJob },
    store,
    guard,
  }) => {
    const job = newJob(56)
    await store(job, 50)
    const charged = sandbox.stats().creditsCharged
    const ledger = await ledgerTotal(request)
    sandbox.addFault({ kind, times, jobId: job.jobId })
    guard.expect(status, /\/fetches$/)
    await page.goto(`/jobs/${job.jobId}`)
    const { scope, row, failure } = desk(page)
    await expect(row(0)).toContainText(job.person(0).full_name)
    const place = await row(0).boundingBox()
    await scope.getByRole('button', { name: 'Load 6 more' }).click()
    for (const text of says) await expect(failure).toContainText(text)
    // The notice stands over the list: it moves no row.
    expect(await row(0).boundingBox()).toEqual(place)
    expect((await failure.textContent())?.match(/Nothing was charged/g)).toHaveLength(1)
    await expect(row(0)).toContainText(job.person(0).full_name)
    await expect(scope).toContainText('50 loaded · 56 applied')
    expect(sandbox.stats().creditsCharged).toBe(charged)

    await failure.getByRole('button', { name: /^Try again/ }).click()
    await expect(scope).toContainText('All 56 applicants loaded')
    await expect(failure).toHaveCount(0)
    expect((await ledgerTotal(request)) - ledger).toBe(1)
    expect(sandbox.stats().creditsCharged - charged).toBe(1)
  })
}

for (const kind of ['reset', 'reset_after_billing', 'truncated', 'misshapen'] as const) {
  test(`an answer lost on the way (${kind}) says that it may have been charged, and waits for the reader`, async ({
    page,
    request,
    served: { sandbox, newJob },
    store,
    guard,
  }) => {
    const job = newJob(56)
    await store(job, 50)
    const before = sandbox.stats()
    const ledger = await ledgerTotal(request)
    sandbox.addFault({ kind, jobId: job.jobId })
    guard.expect(504, /\/fetches$/)
    await page.goto(`/jobs/${job.jobId}`)
    const { scope, row, failure } = desk(page)
    await scope.getByRole('button', { name: 'Load 6 more' }).click()
    await expect(failure).toContainText('We didn’t get a reply')
    await expect(failure).toContainText('You may have been charged; loading again could charge you twice.')
    await expect(failure).not.toContainText('Nothing was charged')
    await expect(row(0)).toContainText(job.person(0).full_name)
    expect(sandbox.stats().calls - before.calls).toBe(1)

    await failure.getByRole('button', { name: 'Try again' }).click()
    await expect(scope).toContainText('All 56 applicants loaded')
    expect((await ledgerTotal(request)) - ledger).toBe(1)
    const paid = sandbox.stats().creditsCharged - before.creditsCharged
    expect(paid).toBe(kind === 'reset' ? 1 : 2)
  })
}

test('a first load that fails leaves the price on its button, and the reason above it can be dismissed', async ({
  page,
  served: { sandbox, newJob },
  guard,
}) => {
  const job = newJob(10)
  sandbox.addFault({ kind: 'html_502', jobId: job.jobId })
  guard.expect(502, /\/fetches$/)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, load, failure } = desk(page)
  await load.click()
  await expect(failure).toContainText('Couldn’t reach the provider')
  await expect(scope).toContainText('Nothing loaded yet')
  await failure.getByRole('button', { name: 'Dismiss' }).click()
  await expect(failure).toHaveCount(0)
  await expect(load).toHaveText('Load the first 50up to 5 credits')
})

test('a load whose answer never reaches the browser is picked up again without paying twice', async ({
  page,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(56)
  await store(job, 50)
  guard.expect('lost', /\/fetches$/)
  const { calls } = sandbox.stats()
  await page.route(
    '**/fetches',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, failure } = desk(page)
  await scope.getByRole('button', { name: 'Load 6 more' }).click()
  await expect(failure).toContainText('Trying again picks it up and won’t charge you twice.')
  await failure.getByRole('button', { name: /^Try again/ }).click()
  await expect(scope).toContainText('All 56 applicants loaded')
  expect(sandbox.stats().calls - calls).toBe(1)
})
