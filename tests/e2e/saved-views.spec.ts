import { request as requests, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { untilBegun } from './pass'
import { inviteAndSignIn } from './people'

const nobody = { cookies: [], origins: [] }

const control = (page: Page) => {
  const panel = page.getByRole('dialog', { name: 'Views' })
  const press = (name: string) => panel.getByRole('button', { name }).click()
  return {
    button: page.getByRole('search').locator('xpath=preceding-sibling::button'),
    panel,
    press,
    view: (name: string) => panel.getByRole('link', { name: new RegExp(`^${name}`) }),
    async save(name: string, { team = false } = {}) {
      await press('Save as new view')
      await panel.getByRole('textbox', { name: 'Name of the view' }).fill(name)
      if (team) await panel.getByRole('checkbox', { name: 'Share with the team' }).check()
      await press('Save view')
    },
  }
}

test('a view is saved for the team, opens by default in another browser, and is updated after a change', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job)
  const path = `/jobs/${job.jobId}`
  const client = await requests.newContext({ baseURL: served.url, storageState: nobody })
  await inviteAndSignIn(request, client, 'recruiter')
  const other = await colleague({ storageState: await client.storageState() })
  await other.goto(path)
  await expect(desk(other).scope).toContainText('All 60')

  await page.goto(`${path}?rating=UNRATED`)
  const [mine, theirs] = [control(page), control(other)]
  await expect(mine.button).toHaveText('Views')
  await mine.button.click()
  await mine.save('To review', { team: true })
  await expect(mine.button).toHaveText('View: To review')
  await expect(mine.view('To review')).toHaveAttribute('aria-current', 'true')
  const count = Number(/\d+/.exec((await desk(page).scope.textContent()) ?? '')?.[0])
  await expect(mine.view('To review').getByText(`${count} people`)).toBeAttached()
  await mine.press('Change To review')
  await mine.panel.getByRole('checkbox', { name: /^Team’s default/ }).check()
  await expect(mine.view('To review')).toContainText('Team’s default')
  await expectAccessible(page)

  // The colleague chose nothing in this session: the bare address leads to the team's default.
  await other.goto(path)
  await expect(other).toHaveURL(/\?rating=UNRATED&view=/)
  await expect(theirs.button).toHaveText('View: To review')
  await expect(desk(other).scope).toHaveText((await desk(page).scope.textContent()) ?? '')
  await theirs.button.click()
  await theirs.view('Everyone').click()
  await expect(other).toHaveURL(`${path}?view=all`)
  await expect(desk(other).scope).toContainText('All 60')
  await other.goBack()
  await expect(theirs.button).toHaveText('View: To review')
  await other.goForward()
  await expect(desk(other).scope).toContainText('All 60')
  // What the session showed last goes before any default.
  await other.goto(path)
  await expect(desk(other).scope).toContainText('All 60')

  await page.keyboard.press('Escape')
  await expect(mine.button).toBeFocused()
  await desk(page).search.fill('a')
  await expect(mine.button).toHaveText('View: To reviewModified')
  await page.reload()
  await expect(mine.button).toHaveText('View: To reviewModified')
  await page.getByRole('link', { name: 'Triage' }).click()
  await untilBegun(page)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(mine.button).toHaveText('View: To reviewModified')
  await mine.button.click()
  await mine.press('Update this view')
  await expect(mine.button).toHaveText('View: To review')
  await other.goto(`${path}?view=all`)
  await theirs.button.click()
  await theirs.view('To review').click()
  await expect(desk(other).search).toHaveValue('a')

  await mine.press('Change To review')
  await mine.press('Delete view')
  await mine.press('Delete view')
  await expect(mine.view('To review')).toHaveCount(0)
  await expect(mine.button).toHaveText('Views')
  await client.dispose()
})

test('a filter that is not understood is named beside the view and on its page, and stays until it is updated', async ({
  page,
  request,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  const saved = await request.post(`/api/views?job=${job.jobId}`, {
    data: { name: 'Old', query: 'rating=UNRATED,SPLENDID&mood=sunny' },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  await page.goto(`/jobs/${job.jobId}`)
  const { button, panel, press, view } = control(page)
  await button.click()
  await expect(panel.getByText('Rating “SPLENDID”, mood “sunny”')).toBeVisible()
  await expectAccessible(page)
  await view('Old').click()
  const notice = page.getByRole('region', { name: 'Filters not understood' })
  await expect(notice).toContainText('Rating “SPLENDID”, mood “sunny”')
  await expect(button).toHaveText('View: Old')
  await expectAccessible(page)
  await page.reload()
  await expect(notice).toBeVisible()
  await button.click()
  await expect(panel.getByText('Updating removes:')).toBeVisible()
  await press('Update this view')
  await expect(notice).toBeHidden()
  await expect(page).toHaveURL(/\?rating=UNRATED&view=/)
  const { items } = (await (await request.get(`/api/views?job=${job.jobId}`)).json()) as { items: object[] }
  expect(items).toMatchObject([{ query: 'rating=UNRATED', unread: [] }])
})

test('on a phone a view of one’s own is saved, opens by default, and says so', async ({
  page,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(30)
  await store(job)
  const path = `/jobs/${job.jobId}`
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  await page.setViewportSize(phone.viewport)
  await page.goto(`${path}?sort=name`)
  const { button, panel, press, save } = control(page)
  await button.click()
  await save('By name')
  await press('Change By name')
  await panel.getByRole('checkbox', { name: /^My default/ }).check()
  await expect(panel.getByText('My default').first()).toBeVisible()
  await expectAccessible(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const other = await colleague(phone)
  await other.goto(path)
  await expect(other).toHaveURL(/\?sort=name&view=/)
  await expect(control(other).button).toHaveAccessibleName('View: By name')
})
