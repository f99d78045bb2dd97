import { arrangeList, desk } from './desk'
import { expect, type Job, test } from './fixtures'

const everyone = (job: Job, count: number) => Array.from({ length: count }, (_, at) => job.person(at))

test('a header sorts by its column, turns round, and lets go again; the address says which', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  await arrangeList(page, served, '?columns=rating,years,decision,seen')
  await page.goto(`/jobs/${job.jobId}`)
  const { row } = desk(page)
  for (const [name, key] of [
    ['Person', 'name'],
    ['Rating', 'rating'],
    ['Experience', 'years'],
    ['Decision', 'decision'],
    ['Added', 'seen'],
  ] as const) {
    const header = page.getByRole('columnheader', { name })
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await expect(page).toHaveURL(`/jobs/${job.jobId}?sort=${key}`)
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await expect(page).toHaveURL(`/jobs/${job.jobId}?sort=-${key}`)
    await header.getByRole('button').click()
    await expect(page).toHaveURL(`/jobs/${job.jobId}`)
    await expect(row(0)).toContainText(job.person(0).full_name)
  }
})

test('sorting by rating puts the good fits first', async ({ page, served, store }) => {
  const job = served.newJob(81)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?sort=rating`)
  await expect(desk(page).row(0)).toContainText('Good fit')
  await page.getByRole('columnheader', { name: 'Rating' }).getByRole('button').click()
  await expect(desk(page).row(0)).not.toContainText('Good fit')
})

test('search answers while it is typed, one request at a time, finds words in any field, and marks them', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  const person = everyone(job, 81).find(({ experiences }) => experiences.length > 1) ?? job.person(0)
  const company = person.experiences[0]?.company ?? ''
  await page.goto(`/jobs/${job.jobId}`)
  const { search, scope, table } = desk(page)
  const searched: string[] = []
  const flying = new Set<string>()
  let most = 0
  const isSearch = (url: URL) => url.pathname.endsWith('/candidates') && url.searchParams.has('q')
  await page.route(isSearch, async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    searched.push(q)
    flying.add(q)
    most = Math.max(most, flying.size)
    const answer = await route.fetch()
    flying.delete(q)
    await route.fulfill({ response: answer })
  })
  const steps = await page.evaluate(() => history.length)
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await search.pressSequentially(company.toUpperCase())
  await expect(scope).toContainText('of 81 applicants')
  await expect(page).toHaveURL(`/jobs/${job.jobId}?${new URLSearchParams({ q: company.toUpperCase() })}`)
  await expect.poll(() => searched.at(-1)).toBe(company.toUpperCase())
  expect(searched[0]).toBe(company.slice(0, 1).toUpperCase())
  expect(most).toBe(1)
  // However many letters: one step to go back.
  expect(await page.evaluate(() => history.length)).toBe(steps + 1)
  await expect(table.locator('mark').first()).toBeVisible()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await expect(search).toBeFocused()
  await expect(scope).toContainText('All 81 applicants loaded')
  // A search that was superseded may still be on its way.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('filters narrow by rating, top choice, company, location and years, each with its count', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  const people = everyone(job, 81)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope } = desk(page)

  await page.getByRole('button', { name: 'Rating' }).first().press('Enter')
  const ratings = page.getByRole('dialog', { name: 'Filter by rating' })
  const fits = people.filter(({ rating }) => rating === 'GOOD_FIT').length
  await expect(ratings.locator('label', { hasText: 'Good fit' })).toContainText(String(fits))
  await ratings.getByRole('checkbox', { name: /^Good fit/ }).press('Space')
  await expect(page).toHaveURL(`/jobs/${job.jobId}?rating=GOOD_FIT`)
  await expect(scope).toContainText(new RegExp(`^${fits} of 81 applicants`))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Rating: Good fit' }).click()
  await expect(scope).toContainText('All 81 applicants loaded')

  for (const [name, key] of [
    ['Top choice', 'top'],
    ['Company', 'company'],
    ['Location', 'location'],
    ['Experience', 'years'],
  ] as const) {
    await page.getByRole('search').locator('..').getByRole('button', { name }).click()
    const dialog = page.getByRole('dialog', { name: `Filter by ${name.toLowerCase()}` })
    const option = dialog.locator('label').first()
    await expect(option).toBeVisible()
    const count = (await option.locator('span').last().textContent()) ?? ''
    await dialog.getByRole('checkbox').first().press('Space')
    await expect(page).toHaveURL(new RegExp(`[?&]${key}=`))
    await expect(scope).toContainText(new RegExp(`^${count} of 81 applicants`))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  }
})

test('a place is found by its name among the choices, and the list says when there is none', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('button', { name: 'Location' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Filter by location' })
  const label = (await dialog.locator('bdi').first().textContent()) ?? ''
  await dialog.getByRole('searchbox').fill(label.toUpperCase())
  await expect(dialog.locator('bdi').first()).toHaveText(label)
  await dialog.getByRole('searchbox').fill('zzzzz')
  await expect(dialog).toContainText('No matching location in these results.')
})

test('letting go of all filters leaves the focus where filters are chosen, also where nobody had matched', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(20)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?rating=GOOD_FIT,MAYBE,NOT_A_FIT,UNRATED`)
  await page.getByRole('button', { name: 'Clear all', exact: true }).press('Enter')
  const pill = page.getByRole('button', { name: 'Rating', exact: true }).and(page.locator('[aria-haspopup]'))
  await expect(pill).toBeFocused()
  await page.goto(`/jobs/${job.jobId}?q=zeppelin`)
  await page.getByRole('button', { name: 'Clear all filters' }).press('Enter')
  await expect(desk(page).toggle(0)).toBeFocused()
})

test('the address alone holds the view: unknown words in it are ignored', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?rating=GOOD_FIT,SUPERB&sort=wrong&years=abc&nonsense=1`)
  const fits = everyone(job, 60).filter(({ rating }) => rating === 'GOOD_FIT').length
  await expect(desk(page).scope).toContainText(new RegExp(`^${fits} of 60`))
})
