import type { Page } from '@playwright/test'
import { desk } from './desk'
import { expect, test } from './fixtures'

/** Keeps the scripts of a page waiting, so that it stands as the server wrote it. */
async function holdScripts(page: Page) {
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  return { release: () => release() }
}

test('from the second visit on the first HTML has the reader’s own dates and numbers', async ({
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const reader = await colleague({ locale: 'de-DE', timezoneId: 'America/New_York' })
  await reader.goto(`/jobs/${job.jobId}`)
  const asOf = desk(reader).scope.locator('time')
  const written = await asOf.innerText()
  await expect
    .poll(
      async () => (await reader.context().cookies()).find(({ name }) => name === 'shortlist-locale')?.value,
    )
    .toBe(encodeURIComponent('de-DE America/New_York'))
  const html = await (await reader.context().request.get(reader.url())).text()
  expect(html).toContain(`>${written}</time>`)
})

test('on a first visit no time is written that is not the reader’s own', async ({
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const reader = await colleague({ locale: 'en-US', timezoneId: 'America/New_York' })
  const hold = await holdScripts(reader)
  const opened = reader.goto(`/jobs/${job.jobId}`)
  const asOf = desk(reader).scope.locator('time')
  await expect(asOf).toBeAttached()
  await expect(reader.locator('time').filter({ visible: true })).toHaveCount(0)
  const place = await asOf.boundingBox()
  hold.release()
  await opened
  await expect(asOf).toBeVisible()
  const here = new Date((await asOf.getAttribute('datetime')) ?? '').toLocaleTimeString('en-US', {
    ...{ hour: 'numeric', minute: '2-digit', timeZone: 'America/New_York' },
  })
  await expect(asOf).toContainText(here)
  expect((await asOf.boundingBox())?.x).toBe(place?.x)
})

test('what is typed into the search before the page is alive is searched for', async ({
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const reader = await colleague()
  const hold = await holdScripts(reader)
  const opened = reader.goto(`/jobs/${job.jobId}`)
  const { search, scope } = desk(reader)
  const { full_name: name } = job.person(3)
  await search.fill(name)
  hold.release()
  await opened
  await expect(search).toHaveValue(name)
  await expect(scope).toContainText(/^1 matches of 50 loaded/)
  await expect(search).toBeFocused()
})

for (const locale of ['th-TH', 'fa-IR']) {
  test(`a page in ${locale} has one calendar and one kind of digits`, async ({
    served,
    store,
    colleague,
  }) => {
    const job = served.newJob(60)
    await store(job, 50)
    const reader = await colleague({ locale })
    await reader.goto(`/jobs/${job.jobId}`)
    const { toggle, career } = desk(reader)
    await toggle(0).click()
    await expect(career(job.person(0)).locator('time').first()).toContainText(
      String(new Date().getFullYear()),
    )
    for (const path of ['', '/credits', '/settings/audit']) {
      if (path !== '') await reader.goto(path)
      await expect(reader.getByRole('main').locator('time').first()).toBeVisible()
      expect(await reader.locator('body').innerText()).not.toMatch(/[٠-٩۰-۹๐-๙]/)
    }
  })
}
