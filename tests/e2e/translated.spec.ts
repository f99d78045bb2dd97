import type { Page } from '@playwright/test'
import { choose } from './choose'
import { compareTwo, desk } from './desk'
import { expect, test } from './fixtures'
import { makeDataDir, startServer } from './server'
import { expectNoLooseText, translatePage } from './translation'

const parts = {
  'the whole page': 'body',
  'the scope line': '[aria-label="What is loaded"]',
  'the grid': '[role=grid]',
}

for (const [part, within] of Object.entries(parts)) {
  test(`a list is searched, filtered and cleared after the browser translated ${part}`, async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(60)
    await store(job, 50)
    await page.goto(`/jobs/${job.jobId}`)
    const { scope, search, table, row, toggle, career } = desk(page)
    await expect(row(0)).toBeVisible()
    await translatePage(page, within)
    await expect(page.locator(within).locator('font').first()).toBeAttached()

    await search.fill(job.person(0).full_name)
    await expect(scope).toContainText(/^1 matches of 50 loaded/)
    await expect(table).toHaveAttribute('aria-rowcount', '2')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(scope).toContainText(/^50 loaded · 60 applied/)

    await page.getByRole('button', { name: 'Rating', exact: true }).first().click()
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /^Maybe/ })
      .press('Space')
    await expect(page).toHaveURL(/rating=MAYBE/)
    await page.keyboard.press('Escape')
    const maybe = Array.from({ length: 50 }, (_, at) => job.person(at)).filter(
      ({ rating }) => rating === 'MAYBE',
    )
    await expect(scope).toContainText(`${maybe.length} match of 50 loaded`)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(scope).toContainText(/^50 loaded · 60 applied/)

    await toggle(0).click()
    await expect(career(job.person(0))).toBeVisible()
    await toggle(0).click()
    await expect(career(job.person(0))).toBeHidden()
    await scope.getByRole('button', { name: 'Load 10 more' }).click()
    await expect(scope).toContainText('All 60 applicants loaded')
    await expectNoLooseText(page)
  })
}

test('what a page says that was translated is replaced when it changes', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}`)
  const { scope, failure } = desk(page)
  await translatePage(page)
  served.sandbox.addFault({ kind: 'html_502', jobId: job.jobId })
  guard.expect(502, /\/fetches$/)
  await scope.getByRole('button', { name: 'Load 10 more' }).click()
  await expect(failure).toBeVisible()
  await expectNoLooseText(page)
  await failure.getByRole('button', { name: /^Try again/ }).click()
  await expect(failure).toBeHidden()
  await expect(scope).toContainText('All 60 applicants loaded')
})

test('every screen that a reader can go to stays whole when the browser translates it', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto('/')
  await translatePage(page)
  await page.getByRole('button', { name: `Give job ${job.jobId} a name` }).click()
  await page.keyboard.type('Gardener')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Gardener' })).toBeVisible()
  await page.getByLabel('Open a job').fill('https://www.linkedin.com/feed/')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expectNoLooseText(page)

  // From screen to screen without a new document: the translation goes on.
  await page.getByRole('link', { name: 'Gardener' }).click()
  await expect(desk(page).row(0)).toBeVisible()
  await page.getByRole('link', { name: 'Credits', exact: true }).click()
  await choose(page.getByLabel('Job', { exact: true }), 'Gardener')
  await expect(page.getByText('1 of 1, newest first')).toBeVisible()
  await choose(page.getByLabel('Type'), 'Check')
  await expect(page.getByText('No call matches these filters')).toBeVisible()
  await expectNoLooseText(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  const settings = page.getByRole('navigation', { name: 'Settings' })
  for (const name of ['People', 'Share links', 'Privacy', 'Audit log']) {
    await settings.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(settings.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
    await expectNoLooseText(page)
  }
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Privacy', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

test('a guest searches, filters, clears and compares on a page that was translated', async ({
  page,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const data = {
    ...{
      jobId: job.jobId,
      account: null,
      kind: 'live',
      view: '',
      applicationIds: null,
      title: 'For the team',
    },
    fields: { names: true, message: true, descriptions: true, profileLinks: false },
    ...{ days: 14, passcode: null, mayRespond: true },
  }
  const { token } = (await (await page.request.post('/api/share-links', { data })).json()) as {
    token: string
  }
  const guest: Page = await colleague({ storageState: { cookies: [], origins: [] } })
  await guest.goto(`/s/${token}`)
  const people = guest.getByRole('list', { name: /^People of/ }).getByRole('heading', { level: 2 })
  await expect(people.first()).toBeVisible()
  await translatePage(guest)
  await guest.getByRole('searchbox').fill('zeppelin')
  await expect(guest.getByRole('heading', { name: 'Nobody here matches' })).toBeVisible()
  await guest.getByRole('button', { name: 'Show everyone' }).click()
  await guest.getByRole('button', { name: 'Rating', exact: true }).click()
  await guest
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^Maybe/ })
    .press('Space')
  await expect(guest).toHaveURL(/rating=MAYBE/)
  await guest.keyboard.press('Escape')
  await expect(guest.getByText(/\d+ of 50 people/)).toBeVisible()
  await guest.getByRole('button', { name: 'Clear all' }).click()
  await expect(guest.getByText(/^50 people/)).toBeVisible()
  await people.first().getByRole('button').click()
  await expect(guest.getByRole('region', { name: /^Career of/ })).toBeVisible()
  await guest.getByRole('form').getByRole('radio', { name: 'Maybe' }).check()
  await expect(guest.getByRole('form').getByRole('status')).toContainText('Add your name')
  await expectNoLooseText(guest)
  await compareTwo(guest, [0, 1])
  await expectNoLooseText(guest)
  await guest.getByRole('button', { name: 'Back to the list' }).click()
  await expect(people.first()).toBeVisible()
  await expectNoLooseText(guest)
})

test('the screens before the sign-in work for who reads them translated', async ({
  page,
  colleague,
  guard,
}) => {
  const stranger = await colleague({ storageState: { cookies: [], origins: [] } })
  const field = (name: string) => stranger.getByLabel(name, { exact: true })

  await stranger.goto('/sign-in')
  await translatePage(stranger)
  guard.expect(401, /sign-in\/email$/)
  await field('E-mail').fill('nobody@example.test')
  await field('Password').fill('a loud harbour at noon')
  await stranger.keyboard.press('Enter')
  await expect(stranger.getByRole('main').getByRole('alert')).toContainText('wrong')
  await expectNoLooseText(stranger)
  await stranger.getByRole('button', { name: /^Forgot/ }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).not.toHaveText('Sign in')
  await expectNoLooseText(stranger)
  await stranger.getByRole('button', { name: 'Back to sign-in' }).click()
  await expect(field('Password')).toBeVisible()
  await expectNoLooseText(stranger)

  await page.goto('/settings/people')
  await page.getByLabel('E-mail', { exact: true }).fill('tamar@example.test')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const invitation = await page.getByText(/\/invitation#/).innerText()
  await stranger.goto(invitation)
  await translatePage(stranger)
  await expect(field('E-mail')).toHaveValue('tamar@example.test')
  guard.expect(400, /invitations\/accept$/)
  await field('Your name').fill('Tamar Traveller')
  await field('Password').fill('passwordpassword')
  await stranger.getByRole('button', { name: 'Accept invitation' }).click()
  await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible()
  await expectNoLooseText(stranger)

  for (const link of ['/new-password', '/new-password#not-a-token', '/invitation#not-a-token']) {
    if (link.includes('#')) guard.expect(404, /look$/)
    await stranger.goto('about:blank')
    await stranger.goto(link)
    await translatePage(stranger)
    await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible()
    await expectNoLooseText(stranger)
  }
})

test('the setup of a new server works for who reads it translated', async ({ colleague, guard }) => {
  const data = await makeDataDir()
  const server = startServer({
    RECRUITER_API_URL: 'http://127.0.0.1:9',
    RECRUITER_API_KEY: 'e2e-key',
    RECRUITER_ACCOUNTS: 'main=acct-translated',
    SETUP_TOKEN: 'e2e-translated-setup',
    DATA_DIR: data.path,
  })
  const url = await server.ready
  guard.move(url)
  const page = await colleague({ storageState: { cookies: [], origins: [] } })
  await page.goto(`${url}/setup`)
  await translatePage(page)
  guard.expect(403, /^\/api\/setup$/)
  for (const [name, value] of [
    ['Setup token', 'not the one'],
    ['Your name', 'Ola Owner'],
    ['E-mail', 'ola@example.test'],
    ['Password', 'six grey geese in June'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The setup is closed')
  await expectNoLooseText(page)
  await page.close()
  server.terminate()
  expect(await server.exited).toBe(0)
  await data.remove()
})
