import type { Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { arrangeList, desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'

/** Reads on to a row and stands there; answers who it is and how far from the top of the window. */
async function readTo(page: Page, at: number) {
  const { row, toggle } = desk(page)
  await wheelUntil(page, 200, async () => {
    const there = row(at)
    return (await there.count()) > 0 && ((await there.boundingBox())?.y ?? 900) < 600
  })
  // Another turn of the wheel may be under way: the place counts once nothing moves it.
  let [y, still] = [Number.NaN, 0]
  await expect
    .poll(
      async () => {
        const now = (await row(at).boundingBox())?.y ?? Number.NaN
        still = now === y ? still + 1 : 0
        y = now
        return still
      },
      { intervals: [100] },
    )
    .toBeGreaterThanOrEqual(3)
  const id = await toggle(at).getAttribute('id')
  return { id: id ?? '', y: Math.round(y) }
}

async function expectAt(page: Page, at: number, place: { id: string; y: number }) {
  const { row, toggle } = desk(page)
  await expect(toggle(at)).toHaveAttribute('id', place.id)
  await expect
    .poll(async () => Math.abs(((await row(at).boundingBox())?.y ?? -1_000) - place.y))
    .toBeLessThanOrEqual(1)
}

test('a reload restores the rows, the place in the list and the people who were open', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(200)
  await store(job)
  // So tall that what the upper one opens does not push the lower one out of sight.
  await page.setViewportSize({ width: 1440, height: 1600 })
  await arrangeList(page, served, '?details=list')
  await page.goto(`/jobs/${job.jobId}?sort=name`)
  const { toggle } = desk(page)
  await toggle(1).click()
  // What opens moves those below: only then are they where they are pressed.
  await expect(page.locator('[data-panel]')).toBeVisible()
  await toggle(4).click()
  const place = await readTo(page, 90)
  await page.reload()
  await expectAt(page, 90, place)
  await wheelUntil(page, -4_000, async () => toggle(1).isVisible())
  await expect(toggle(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(toggle(4)).toHaveAttribute('aria-expanded', 'true')
})

test('back from the jobs and forward again restore the place and the open person', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(200)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle } = desk(page)
  await toggle(2).click()
  const place = await readTo(page, 120)
  await page.getByRole('link', { name: 'Shortlist' }).click()
  await expect(page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible()
  await page.goBack()
  await expectAt(page, 120, place)
  await page.goBack()
  await page.goForward()
  await expectAt(page, 120, place)
  await wheelUntil(page, -4_000, async () => toggle(2).isVisible())
  await expect(toggle(2)).toHaveAttribute('aria-expanded', 'true')
})

test('back undoes a filter, a search and an order one by one, and forward does them again', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(81)
  await store(job)
  const path = `/jobs/${job.jobId}`
  await page.goto(path)
  const { search, scope } = desk(page)
  await page.getByRole('columnheader', { name: 'Person' }).getByRole('button').click()
  await expect(page).toHaveURL(`${path}?sort=name`)
  await page.getByRole('button', { name: 'Rating' }).first().click()
  await page.getByRole('checkbox', { name: /^Unrated/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`${path}?sort=name&rating=UNRATED`)
  await search.fill('a')
  await expect(page).toHaveURL(`${path}?sort=name&rating=UNRATED&q=a`)
  const answer = await page.request.get(`/api${path}/candidates?sort=name&rating=UNRATED&q=a&limit=1`)
  const { counts } = (await answer.json()) as CandidatePage
  const narrow = `${counts.matched} of 81`
  await expect(scope).toContainText(narrow)

  await page.goBack()
  await expect(search).toHaveValue('')
  await expect(page).toHaveURL(`${path}?sort=name&rating=UNRATED`)
  await page.goBack()
  await expect(scope).toContainText('All 81 applicants loaded')
  await page.goBack()
  await expect(page).toHaveURL(path)
  await expect(page.getByRole('columnheader', { name: 'Person' })).toHaveAttribute('aria-sort', 'none')
  await page.goForward()
  await page.goForward()
  await page.goForward()
  await expect(search).toHaveValue('a')
  await expect(scope).toContainText(narrow)
})

test('back to the view before stands where the reader stood in it', async ({ page, served, store }) => {
  const job = served.newJob(200)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const place = await readTo(page, 60)
  await page.getByRole('columnheader', { name: 'Person' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(desk(page).row(0)).toBeInViewport()
  await page.goBack()
  await expectAt(page, 60, place)
})

for (const [name, viewport] of [
  ['a desk', { width: 1440, height: 1600 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`opening three people below their rows is three steps, and Back closes the last one each time, on ${name}`, async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(60)
    await store(job)
    await page.setViewportSize(viewport)
    await arrangeList(page, served, '?details=list')
    await page.goto('/')
    await page.getByRole('link', { name: `Job ${job.jobId}` }).click()
    const { toggle, career } = desk(page)
    const path = `/jobs/${job.jobId}`
    const address = (at: number) => `${path}/candidates/${job.person(at).application_id}`
    // From the last to the first: what opens moves those below, not those above.
    for (const at of [2, 1, 0]) {
      await toggle(at).click()
      await expect(page).toHaveURL(address(at))
      await expect(career(job.person(at))).toBeAttached()
    }
    const opened = (at: number) => toggle(at).getAttribute('aria-expanded')
    await page.goBack()
    await expect(page).toHaveURL(address(1))
    expect(await Promise.all([0, 1, 2].map(opened))).toEqual(['false', 'true', 'true'])
    await page.goBack()
    await expect(page).toHaveURL(address(2))
    expect(await Promise.all([0, 1, 2].map(opened))).toEqual(['false', 'false', 'true'])
    await page.goForward()
    await expect(page).toHaveURL(address(1))
    expect(await Promise.all([0, 1, 2].map(opened))).toEqual(['false', 'true', 'true'])
    await page.goBack()
    await page.goBack()
    await expect(page).toHaveURL(path)
    expect(await Promise.all([0, 1, 2].map(opened))).toEqual(['false', 'false', 'false'])
    await page.goBack()
    await expect(page).toHaveURL('/')
  })
}

test('closing the one who was opened last takes the step back, and the focus stays in the list', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto('/')
  await page.getByRole('link', { name: `Job ${job.jobId}` }).click()
  const { toggle, career } = desk(page)
  await toggle(0).press('Enter')
  await toggle(0).press('Enter')
  await toggle(1).press('Enter')
  await expect(page).toHaveURL(`/jobs/${job.jobId}/candidates/${job.person(1).application_id}`)
  await expect(toggle(0)).toHaveAttribute('aria-expanded', 'false')
  await career(job.person(1)).getByRole('button', { name: 'Copy link' }).focus()
  await page.goBack()
  await expect(toggle(1)).toHaveAttribute('aria-expanded', 'false')
  await expect(toggle(1)).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL('/')
})
