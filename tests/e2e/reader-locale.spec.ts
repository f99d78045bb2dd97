import { desk } from './desk'
import { expect, test } from './fixtures'

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
