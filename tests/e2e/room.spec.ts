import { desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

for (const [name, viewport, most] of [
  ['a desk', { width: 1440, height: 900 }, 150],
  ['a phone', { width: 390, height: 844 }, 200],
] as const) {
  for (const [loaded, applied] of [
    [120, 120],
    [50, 60],
  ] as const) {
    test(`on ${name} the first person of ${loaded} loaded of ${applied} stands no lower than ${most} px, and search stays in sight`, async ({
      page,
      request,
      served,
      store,
    }) => {
      const job = served.newJob(applied)
      await store(job, loaded)
      // So that the head says that somebody was decided about without being opened.
      const person = encodeURIComponent(job.person(1).application_id)
      const put = `/api/jobs/${job.jobId}/candidates/${person}/decision`
      expect((await request.put(put, { data: { decision: 'reject' } })).status()).toBe(200)
      await page.setViewportSize(viewport)
      await page.goto(`/jobs/${job.jobId}`)
      const { row, search } = desk(page)
      await expect(row(0)).toContainText(job.person(0).full_name)
      const unopened = page.getByRole('button', { name: 'Decided without being opened: 1' })
      await expect(unopened).toHaveCount(1)
      expect((await row(0).boundingBox())?.y).toBeLessThanOrEqual(most)
      await wheelUntil(page, 800, async () => (await row(30).count()) > 0)
      await expect(search).toBeInViewport({ ratio: 1 })
      const filters =
        name === 'a phone'
          ? page.getByRole('button', { name: 'Filter and sort' })
          : page.getByRole('button', { name: 'Rating' }).first()
      await expect(filters).toBeInViewport({ ratio: 1 })
    })
  }
}

test('a job is renamed where its name stands', async ({ page, served, store }) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('button', { name: `Give job ${job.jobId} a name` }).click()
  await page.getByLabel(`Name of job ${job.jobId}`).fill('Night baker')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Night baker' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rename Night baker' })).toBeFocused()
})
