import { copiedText, desk } from './desk'
import { expect, test } from './fixtures'

test('a link to the 390th of 412 opens that person in sight, with their neighbours around them', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(412)
  await store(job)
  const person = job.person(389)
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  const { row, toggle, career, table } = desk(page)
  await expect(career(person)).toBeInViewport()
  await expect(toggle(389)).toBeInViewport()
  await expect(toggle(389)).toHaveAttribute('aria-expanded', 'true')
  await expect(toggle(389)).toBeFocused()
  await expect(row(388)).toContainText(job.person(388).full_name)
  await expect(row(388)).toBeInViewport()
  await expect(row(390)).toContainText(job.person(390).full_name)
  await expect(table).toHaveAttribute('aria-rowcount', '413')
})

test('a link to someone not loaded says so, names the most that looking can cost, and finds them', async ({
  page,
  served: { sandbox, newJob },
  store,
  guard,
}) => {
  const job = newJob(130)
  await store(job, 50)
  // After each load the page asks whether the person has come.
  guard.expect(404, /\/candidates\/\d+$/)
  const person = job.person(117)
  const { creditsCharged } = sandbox.stats()
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  await expect(page.getByRole('heading', { name: 'This person is not among the 50 loaded' })).toBeVisible()
  await expect(page.getByText('They may be among the 80 applicants not loaded yet.')).toBeVisible()
  const look = page.getByRole('button', { name: /^Look/ })
  await expect(look).toHaveText('Look: load up to 80 moreup to 8 credits')
  expect(sandbox.stats().creditsCharged).toBe(creditsCharged)
  await look.click()
  const { toggle, career } = desk(page)
  await expect(career(person)).toBeInViewport()
  await expect(toggle(117)).toHaveAttribute('aria-expanded', 'true')
  expect(sandbox.stats().creditsCharged - creditsCharged).toBe(8)
})

test('looking for someone who is not there ends with the list and says so', async ({
  page,
  served,
  store,
  guard,
}) => {
  guard.expect(404, /\/candidates\/9999$/)
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}/candidates/9999`)
  await page.getByRole('button', { name: /^Look: load up to 10 more/ }).click()
  await expect(page.getByRole('heading', { name: 'This person is not in the list' })).toBeVisible()
  await expect(page.getByText('The list ended: 10 applicants loaded for 1 credit.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Look/ })).toHaveCount(0)
})

test('a link to nobody in a list that is whole says so and offers nothing to pay', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/candidates/9999`)
  await expect(page.getByRole('heading', { name: 'This person is not among the 12 loaded' })).toBeVisible()
  await expect(page.getByText('Everyone the provider gives is loaded')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Look|Load)/ })).toHaveCount(0)
})

test('a person whom the filters leave out is one press away', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  const at = Array.from({ length: 60 }, (_, index) => index).find(
    (index) => job.person(index).rating === 'NOT_A_FIT',
  )
  expect(at).toBeDefined()
  const person = job.person(at ?? 0)
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}?rating=GOOD_FIT`)
  await expect(
    page.getByRole('heading', { name: 'This person is loaded, but left out by the filters' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Show without filters' }).click()
  await expect(desk(page).career(person)).toBeInViewport()
  await expect(page).toHaveURL(`/jobs/${job.jobId}/candidates/${person.application_id}`)
})

test('copying the link of a view gives a colleague the same view, for nothing', async ({
  page,
  colleague,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(81)
  await store(job, 50)
  const { calls } = sandbox.stats()
  await page.goto(`/jobs/${job.jobId}?rating=UNRATED,MAYBE&sort=-years`)
  await page.getByRole('button', { name: 'Copy link to this view' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  const link = await copiedText(page)
  const other = await colleague()
  await other.goto(link)
  const [mine, theirs] = [desk(page), desk(other)]
  await expect(theirs.scope).toHaveText((await mine.scope.textContent()) ?? '')
  for (const at of [0, 1, 7]) {
    await expect(theirs.toggle(at)).toHaveAttribute('id', (await mine.toggle(at).getAttribute('id')) ?? '')
  }
  expect(sandbox.stats().calls).toBe(calls)
})

test('copying a person’s link gives a colleague that person, open, for nothing', async ({
  page,
  colleague,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(120)
  await store(job)
  const { calls } = sandbox.stats()
  await page.goto(`/jobs/${job.jobId}?sort=name`)
  const person = job.person(80)
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}?sort=name`)
  await desk(page).career(person).getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  const link = await copiedText(page)
  expect(new URL(link).pathname).toBe(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  const other = await colleague()
  await other.goto(link)
  await expect(desk(other).career(person)).toBeInViewport()
  await expect(desk(other).toggle(80)).toBeFocused()
  expect(sandbox.stats().calls).toBe(calls)
})

test('where the clipboard is refused the link is shown to be copied by hand', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(5)
  await store(job)
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
  })
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByLabel('Copy link: copy this by hand')).toHaveValue(
    new RegExp(`/jobs/${job.jobId}\\?view=all$`),
  )
})
