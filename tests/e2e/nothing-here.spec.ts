import { desk } from './desk'
import { expect, test } from './fixtures'

test('an address with nothing at it says so and leads to the jobs', async ({ page, guard }) => {
  guard.expect(404, /^\/no\/such\/page$/)
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await expect(page).toHaveTitle('Not found · Shortlist')
  await page.getByRole('link', { name: 'All jobs' }).click()
  await expect(page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()
})

for (const [what, path] of [
  ['a job id that cannot be one', '/jobs/two%20words'],
  ['a job id that is too long', `/jobs/${'1'.repeat(65)}`],
  ['an account that is not set up', '/jobs/4100000009?account=nobody'],
] as const) {
  test(`${what} says that there is no such job, and that nothing was charged`, async ({
    page,
    guard,
    served,
  }) => {
    const { calls } = served.sandbox.stats()
    guard.expect(404, /^\/jobs\//)
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'There is no such job here' })).toBeVisible()
    await expect(page.getByText('Nothing was looked up or charged.')).toBeVisible()
    expect(served.sandbox.stats().calls).toBe(calls)
  })
}

test('with a provider set up there is no sandbox page', async ({ page, guard }) => {
  guard.expect(404, /^\/sandbox$/)
  await page.goto('/sandbox')
  await expect(page.getByRole('heading', { name: 'There is no sandbox here' })).toBeVisible()
})

test('a person’s address with signs that mean something elsewhere is only an address', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(3)
  await store(job)
  for (const id of ['..%2fetc', '%25', 'a%2Fb%3Fc', '%E2%80%AEabc', "'%20or%201=1--", '%zz', '50%', '%ff']) {
    const answer = await page.goto(`/jobs/${job.jobId}/candidates/${id}`)
    expect(answer?.status(), id).toBe(200)
    await expect(page.getByRole('heading', { name: 'This person is not among the 3 loaded' })).toBeVisible()
  }
})

test('an address that is not well formed is refused by the API in its own words', async ({ request }) => {
  for (const [path, status] of [
    ['/api/jobs/%zz/candidates', 400],
    ['/api/jobs/%ff/candidates', 400],
    ['/api/%', 404],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(status)
    expect(answer.headers()['content-type'], path).toBe('application/problem+json')
  }
})

test('a page that breaks while it is drawn says that nothing is lost, and can be tried again', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(3)
  await store(job)
  guard.allow(/the clock is broken/)
  await page.addInitScript(() => {
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')
    let broken = true
    window.addEventListener('mended', () => (broken = false))
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get() {
        if (broken) throw new Error('the clock is broken')
        return format?.get?.call(this) as Intl.DateTimeFormat['format']
      },
    })
  })
  await page.goto(`/jobs/${job.jobId}`)
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
  await expect(page.getByText('Your data is safe')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('mended')))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(desk(page).row(0)).toContainText(job.person(0).full_name)
})
