import { desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

for (const [name, viewport, most] of [
  ['a desk', { width: 1440, height: 900 }, 150],
  ['a small desk', { width: 1280, height: 800 }, 150],
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
      const { row, search } = desk(page)
      await page.setViewportSize(viewport)
      await page.goto(`/jobs/${job.jobId}`)
      await expect(row(0)).toContainText(job.person(0).full_name)
      const place = await row(0).boundingBox()
      expect(place?.y).toBeLessThanOrEqual(most)
      // So that the head says that somebody was decided about without being opened.
      const person = encodeURIComponent(job.person(1).application_id)
      const put = `/api/jobs/${job.jobId}/candidates/${person}/decision`
      expect((await request.put(put, { data: { decision: 'reject' } })).status()).toBe(200)
      await page.reload()
      await expect(row(0)).toContainText(job.person(0).full_name)
      const unopened = page.getByRole('button', { name: 'Decided without being opened: 1' })
      await expect(unopened).toHaveCount(1)
      expect(await row(0).boundingBox()).toEqual(place)
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

for (const [width, filters, view] of [
  [1440, 'three filters', 'rating=GOOD_FIT,MAYBE&decision=none,shortlist&top=1'],
  [1280, 'a filter', 'rating=GOOD_FIT,MAYBE'],
] as const) {
  test(`at ${width} px a long name and ${filters} cost no row its place`, async ({
    page,
    request,
    served,
    store,
  }) => {
    const job = served.newJob(60)
    await store(job, 50)
    const label = 'Senior engineer for the payments platform, in Berlin or wherever you live'
    expect((await request.patch(`/api/jobs/${job.jobId}`, { data: { label } })).status()).toBe(200)
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/jobs/${job.jobId}`)
    const { row } = desk(page)
    await expect(row(0)).toContainText(job.person(0).full_name)
    const place = await row(0).boundingBox()
    expect(place?.y).toBeLessThanOrEqual(150)
    await page.goto(`/jobs/${job.jobId}?${view}`)
    await expect(page.getByRole('button', { name: 'Clear all' })).toBeVisible()
    await expect(row(0)).toBeVisible()
    expect((await row(0).boundingBox())?.y).toBe(place?.y)
    const last = await page.getByRole('button', { name: 'Display' }).boundingBox()
    expect((last?.x ?? width) + (last?.width ?? 0)).toBeLessThanOrEqual(width)
  })
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
