import { arrangeList, desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

test('opening a person shows their career with dates as written, lengths, links and their message', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(300)
  await store(job)
  // Someone with several jobs, a current one, links and a message.
  const at = Array.from({ length: 300 }, (_, index) => index).findIndex((index) => {
    const person = job.person(index)
    return (
      person.is_top_choice &&
      person.profile_url !== '' &&
      person.experiences.length > 2 &&
      person.experiences[0]?.date_range.endsWith('Present') === true &&
      person.experiences[0].company_url !== ''
    )
  })
  expect(at).not.toBe(-1)
  const person = job.person(at)
  const { career } = desk(page)
  await page.goto(`/jobs/${job.jobId}?q=${encodeURIComponent(person.full_name)}`)
  await page.locator(`[id="person-${person.application_id}"]`).click()
  const panel = career(person)
  await expect(panel).toBeVisible()
  for (const { title, date_range } of person.experiences) {
    await expect(panel).toContainText(title)
    if (date_range !== '') await expect(panel).toContainText(date_range)
  }
  await expect(panel.getByText('Now', { exact: true }).first()).toBeVisible()
  await expect(panel.getByText(`Message from ${person.full_name}`)).toBeVisible()
  await expect(panel).toContainText(person.top_choice_message.split('\n')[0] ?? '')
  const profile = panel.getByRole('link', { name: /^Profile/ })
  await expect(profile).toHaveAttribute('href', person.profile_url)
  await expect(profile).toHaveAttribute('rel', /noopener noreferrer/)
  await expect(panel.getByText('Experience', { exact: true })).toBeVisible()
})

test('several people can be open below their rows, and stay open while more pages load', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(200)
  await store(job, 100)
  // So tall that what the upper one opens does not push the lower one out of sight.
  await page.setViewportSize({ width: 1440, height: 1600 })
  await arrangeList(page, served, '?details=list')
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, row, scope, career } = desk(page)
  await toggle(0).click()
  await expect(career(job.person(0))).toBeVisible()
  await toggle(3).click()
  await expect(career(job.person(3))).toBeVisible()
  await expect(page).toHaveURL(`/jobs/${job.jobId}/candidates/${job.person(3).application_id}`)
  await scope.getByRole('button', { name: 'Load 50 more' }).click()
  await expect(scope).toContainText('150 loaded · 200 applied')
  await expect(toggle(0)).toHaveAttribute('aria-expanded', 'true')
  await expect(toggle(3)).toHaveAttribute('aria-expanded', 'true')
  await wheelUntil(page, 600, async () => (await row(120).count()) > 0)
  await wheelUntil(page, -2_500, async () => row(0).isVisible())
  await expect(career(job.person(0))).toBeVisible()
  await toggle(0).click()
  await expect(career(job.person(0))).toHaveCount(0)
  await expect(toggle(3)).toHaveAttribute('aria-expanded', 'true')
})

test('with the keyboard alone a reader reaches, opens and closes people below their rows, and keeps their place', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await arrangeList(page, served, '?details=list')
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  await expect(toggle(0)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await toggle(0).evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(career(job.person(0))).toBeVisible()
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(career(job.person(0))).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(toggle(1)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(career(job.person(1))).toBeVisible()
  await expect(toggle(1)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(career(job.person(1)).locator(':focus')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(toggle(1)).toBeFocused()
})

test('the focused person keeps the focus while the list scrolls away and more people arrive', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(300)
  await store(job, 100)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, row, scope } = desk(page)
  await toggle(1).focus()
  await wheelUntil(page, 600, async () => (await row(95).count()) > 0)
  await expect(toggle(1)).toBeFocused()
  await expect(scope).not.toContainText('100 loaded', { timeout: 10_000 })
  await expect(toggle(1)).toBeFocused()
})

test('a long description folds and unfolds, and the button says whose it is', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  const at = Array.from({ length: 81 }, (_, index) => index).find((index) =>
    job.person(index).experiences.some(({ description }) => description.length > 420),
  )
  expect(at).toBeDefined()
  const person = job.person(at ?? 0)
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  const more = desk(page)
    .career(person)
    .getByRole('button', { name: /^Show more of / })
    .first()
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await more.click()
  await expect(
    desk(page)
      .career(person)
      .getByRole('button', { name: /^Show less of / })
      .first(),
  ).toBeFocused()
})

test('what is announced is what happened: more people, and how many', async ({ page, served, store }) => {
  const job = served.newJob(57)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}`)
  await desk(page).scope.getByRole('button', { name: /^Load/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '7 more applicants loaded' })).toBeAttached()
})
