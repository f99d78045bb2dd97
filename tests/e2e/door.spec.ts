import type { Page } from '@playwright/test'
import { choose } from './choose'
import { expectAccessible } from './accessible'
import { expect, secrets, test } from './fixtures'
import { inviteAndSignIn, owner, signIn } from './people'
import { makeDataDir, startServer } from './server'

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })

test.describe('at a new server', () => {
  test.use({ reader: 'nobody' })

  test('whoever has the token becomes the owner, signs out, and finds back to where they wanted to go', async ({
    page,
    guard,
  }) => {
    const data = await makeDataDir()
    const server = startServer({
      RECRUITER_API_URL: 'http://127.0.0.1:9',
      RECRUITER_API_KEY: secrets.RECRUITER_API_KEY,
      RECRUITER_ACCOUNTS: `main=${secrets.mainAccount}`,
      SETUP_TOKEN: secrets.SETUP_TOKEN,
      DATA_DIR: data.path,
    })
    const url = await server.ready
    guard.move(url)
    await page.goto(`${url}/jobs/4123456789?top=1`)
    await expect(page).toHaveURL(`${url}/setup`)
    await expectAccessible(page)
    guard.expect(403, /^\/api\/setup$/)
    await field(page, 'Setup token').fill('not the one')
    await field(page, 'Your name').fill(owner.name)
    await field(page, 'E-mail').fill(owner.email)
    await field(page, 'Password').fill(owner.password)
    const make = page.getByRole('button', { name: 'Create account' })
    await make.click()
    await expect(page.getByRole('alert').filter({ hasText: 'The setup is closed' })).toBeVisible()
    // Nothing of what was typed is lost.
    await expect(field(page, 'Your name')).toHaveValue(owner.name)
    await field(page, 'Setup token').fill(secrets.SETUP_TOKEN)
    await make.click()
    await expect(page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()

    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page).toHaveURL(`${url}/sign-in`)
    await page.goto(`${url}/jobs/4123456789?top=1`)
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
    await expectAccessible(page)
    guard.expect(401, /sign-in\/email$/)
    await field(page, 'E-mail').fill(owner.email)
    await field(page, 'Password').fill('a loud harbour at noon')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(
      page.getByRole('alert').filter({ hasText: 'The e-mail address or the password is wrong.' }),
    ).toBeVisible()
    await field(page, 'Password').fill(owner.password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${url}/jobs/4123456789?top=1`)
    // What the page still asks for must not meet a server that has stopped.
    await page.close()
    server.terminate()
    expect(await server.exited).toBe(0)
    await data.remove()
  })
})

test('an owner invites somebody, who comes in by the link, and is shut out again', async ({
  page,
  colleague,
}) => {
  const email = 'vera@example.test'
  await page.goto('/settings/people')
  await field(page, 'E-mail').fill(email)
  await choose(page.getByLabel('Role', { exact: true }), 'Viewer')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByText(/\/invitation#/).innerText()
  await expectAccessible(page)

  const vera = await colleague({ storageState: { cookies: [], origins: [] } })
  await vera.goto(link)
  await expect(field(vera, 'E-mail')).toHaveValue(email)
  await expectAccessible(vera)
  await field(vera, 'Your name').fill('Vera Viewer')
  await field(vera, 'Password').fill('six grey geese in June')
  await vera.getByRole('button', { name: 'Accept invitation' }).click()
  await expect(vera.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Disable Vera Viewer' }).click()
  await expect(page.getByText('disabled')).toBeVisible()
  await vera.goto('/credits')
  await expect(vera).toHaveURL(/\/sign-in\?returnTo=%2Fcredits$/)
})

test('a viewer reads what is loaded, and is offered nothing that spends, exports, names or shares', async ({
  page,
  playwright,
  baseURL,
  colleague,
  served: { newJob },
  store,
  guard,
}) => {
  const job = newJob(80)
  await store(job, 50)
  const client = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } })
  await inviteAndSignIn(page.request, client, 'viewer')
  const viewer = await colleague({ storageState: await client.storageState() })
  await viewer.goto(`/jobs/${job.jobId}`)
  await expect(viewer.getByText(job.person(0).full_name, { exact: true })).toBeVisible()
  await expect(
    viewer.getByRole('button', { name: /Load|Check for new|More ways to load|Share/ }),
  ).toHaveCount(0)
  await viewer.keyboard.press('Control+End')
  await expect(viewer.getByText('A recruiter can load more.')).toBeAttached()
  await viewer.goto('/')
  await expect(viewer.getByRole('button', { name: /Check all|name/ })).toHaveCount(0)
  await viewer.goto('/credits')
  await expect(viewer.getByRole('link', { name: 'Export CSV' })).toHaveCount(0)
  await viewer.goto('/settings')
  await expect(viewer.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText([
    'You',
    'Keyboard',
    'How it works',
  ])
  await expectAccessible(viewer)
  expect(guard.spends).toEqual([])
})

test('a session that ends while its reader reads leads to the sign-in, and back to the same view', async ({
  page,
  context,
  guard,
  served: { newJob },
  store,
}) => {
  const job = newJob(40)
  await store(job)
  const view = `/jobs/${job.jobId}?rating=MAYBE`
  await page.goto(view)
  await context.clearCookies()
  guard.expect(401, /^\/api\/jobs\//)
  await page.getByRole('searchbox').or(page.getByPlaceholder('Search people and jobs')).first().fill('zz')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await field(page, 'E-mail').fill(owner.email)
  await field(page, 'Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/jobs/${job.jobId}\\?.*rating=MAYBE`))
})

for (const path of [
  '/settings',
  '/settings/people',
  '/settings/links',
  '/settings/privacy',
  '/settings/audit',
]) {
  test(`everyone can use ${path}`, async ({ page }) => {
    await page.goto(path)
    await expectAccessible(page)
  })
}

test('the audit log says who was there, narrowed by what its address says', async ({ page }) => {
  await signIn(page.request, owner)
  await page.goto('/settings/audit')
  await choose(page.getByLabel('What'), 'Sign-in')
  await expect(page).toHaveURL('/settings/audit?action=sign_in')
  const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  await expect(entries.first()).toContainText(`${owner.name} signed in`)
})

test.describe('with nobody signed in', () => {
  test.use({ reader: 'nobody' })

  test('a forgotten password and a used link say what can be done', async ({ page, guard }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Forgot the password?' }).click()
    await expect(page.getByText('An owner can create a link for you')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/new-password')
    await expect(page.getByRole('alert').filter({ hasText: 'This link is incomplete' })).toBeVisible()
    await expect(field(page, 'New password')).toHaveCount(0)
    guard.expect(404, /password-resets\/look$/)
    await page.goto('/sign-in')
    await page.goto('/new-password#used-already')
    await expect(page.getByRole('alert').filter({ hasText: 'This link isn’t available' })).toBeVisible()
    await expectAccessible(page)
    guard.expect(404, /invitations\/look$/)
    await page.goto('/invitation#used-already')
    await expect(page.getByRole('alert').filter({ hasText: 'Ask for a new one' })).toBeVisible()
  })
})
