import { expectAccessible } from './accessible'
import { arrangeList, desk } from './desk'
import { expect, test } from './fixtures'

const screens = {
  'a desk': { viewport: { width: 1440, height: 900 } },
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on ${screen}`, () => {
    test.use(options)

    test(`everyone can use the list of jobs, with a wrong address and while naming a job (${screen})`, async ({
      page,
      served,
      store,
    }) => {
      const job = served.newJob(60)
      await store(job, 50)
      await page.goto('/')
      await expect(page.getByRole('list', { name: 'Recent jobs' })).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Open a job').fill('https://www.linkedin.com/feed/')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Give job ${job.jobId} a name` }).click()
      await expectAccessible(page)
      await page.goto(`/jobs/${job.jobId}/notice`)
      await page
        .getByRole('button', { name: /^Record that .* was informed$/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { name: '49 people not informed yet' })).toBeVisible()
      await expectAccessible(page)
    })

    test(`everyone can use a job with nothing loaded, and one to which nobody applied (${screen})`, async ({
      page,
      served,
      store,
    }) => {
      await page.goto(`/jobs/${served.newJob(60).jobId}`)
      await expect(page.getByRole('heading', { name: 'See who applied' })).toBeVisible()
      await expectAccessible(page)
      const nobody = served.newJob(0)
      await store(nobody)
      await page.goto(`/jobs/${nobody.jobId}`)
      await expect(page.getByRole('heading', { name: 'Nobody has applied yet' })).toBeVisible()
      await expectAccessible(page)
    })

    test(`everyone can use the list, open people, and a search (${screen})`, async ({
      page,
      served,
      store,
    }) => {
      const job = served.newJob(60)
      await store(job, 50)
      await arrangeList(page, served, '?details=list')
      await page.goto(`/jobs/${job.jobId}`)
      const { toggle, career, search, table } = desk(page)
      await toggle(0).click()
      // What opens moves the next row: only then is it where it is pressed.
      await expect(career(job.person(0))).toBeVisible()
      await toggle(1).click()
      await expect(career(job.person(1))).toBeVisible()
      await expectAccessible(page)
      await search.fill('e')
      await expect(table.locator('mark').first()).toBeVisible()
      await expectAccessible(page)
    })

    test(`everyone can use the panel of a person (${screen})`, async ({ page, served, store }) => {
      const job = served.newJob(60)
      await store(job)
      await page.goto(`/jobs/${job.jobId}`)
      const { toggle, career } = desk(page)
      await toggle(0).click()
      await expect(career(job.person(0)).getByRole('heading', { level: 2 }).first()).toBeVisible()
      await expectAccessible(page)
    })

    test(`everyone can use what a failed load says, and a list without a match (${screen})`, async ({
      page,
      served: { sandbox, newJob },
      store,
      guard,
    }) => {
      const job = newJob(60)
      await store(job, 50)
      sandbox.addFault({ kind: 'html_502', jobId: job.jobId })
      sandbox.addFault({ kind: 'truncated', jobId: job.jobId })
      guard.expect(502, /\/fetches$/)
      guard.expect(504, /\/fetches$/)
      await page.goto(`/jobs/${job.jobId}`)
      const { scope, failure } = desk(page)
      await scope.getByRole('button', { name: 'Load 10 more' }).click()
      await expect(failure).toContainText('Couldn’t reach the provider')
      await expectAccessible(page)
      await failure.getByRole('button', { name: /^Try again/ }).click()
      await expect(failure).toContainText('may have been charged')
      await expectAccessible(page)
      await page.goto(`/jobs/${job.jobId}?q=nobodyiscalledthis`)
      await expect(page.getByRole('heading', { name: 'No match in the 50 loaded' })).toBeVisible()
      await expectAccessible(page)
    })

    test(`everyone can use a link to someone not loaded, and an address with nothing at it (${screen})`, async ({
      page,
      served,
      store,
      guard,
    }) => {
      const job = served.newJob(60)
      await store(job, 50)
      await page.goto(`/jobs/${job.jobId}/candidates/9999`)
      await expect(page.getByRole('heading', { name: /^This person is not among/ })).toBeVisible()
      await expectAccessible(page)
      guard.expect(404, /^\/(nowhere|jobs\/)/)
      for (const path of ['/nowhere', '/jobs/two%20words']) {
        await page.goto(path)
        await expect(page.getByRole('link', { name: 'All jobs' })).toBeVisible()
        await expectAccessible(page)
      }
    })
  })
}

test('everyone can use the filters of a desk', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?rating=GOOD_FIT,MAYBE`)
  await page.getByRole('button', { name: 'Company' }).first().click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeAttached()
  await expectAccessible(page)
})

test.describe('on a phone’s sheet', () => {
  test.use(screens['a phone'])
  test('everyone can use the filters of a phone', async ({ page, served, store }) => {
    const job = served.newJob(60)
    await store(job)
    await page.goto(`/jobs/${job.jobId}?top=1`)
    await page.getByRole('button', { name: 'Filter and sort' }).click()
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeAttached()
    await expectAccessible(page)
  })
})
