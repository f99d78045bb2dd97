import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'
import { name, pressOn, shownId, untilBegun } from './pass'

test('two browsers on one list never show the same person, and taking over is said to both', async ({
  page,
  colleague,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  const other = await colleague()
  const seen: [Page, Set<string | null>][] = [
    [page, new Set()],
    [other, new Set()],
  ]
  await Promise.all(seen.map(([each]) => each.goto(`/jobs/${job.jobId}/triage`)))
  await Promise.all(
    seen.map(async ([each, ids]) => {
      await untilBegun(each)
      for (let round = 0; round < 20; round += 1) {
        ids.add(await shownId(each))
        await pressOn(each, '3')
      }
    }),
  )
  const [own, theirs] = seen.map(([, ids]) => ids)
  expect([own?.size, theirs?.size]).toEqual([20, 20])
  expect([...(own ?? [])].filter((id) => theirs?.has(id))).toEqual([])

  // A link to whom the other has leads to the next person instead.
  const wanted = await shownId(page)
  const wantedName = await name(page).innerText()
  await other.goto(`/jobs/${job.jobId}/triage?at=${wanted}`)
  const held = other.getByRole('group', { name: /is on it$/ })
  await expect(held).toContainText(`is on ${wantedName}`)
  expect(await shownId(other)).not.toBe(wanted)
  await held.getByRole('button', { name: 'Take over' }).click()
  await expect(name(other)).toHaveText(wantedName)
  // The first is told as soon as they do anything.
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByText(`or take ${wantedName} over`)).toBeVisible()
})

test('reload, Back and a copied link keep the place', async ({ page, served, store }) => {
  const job = served.newJob(40)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/triage`)
  await untilBegun(page)
  await pressOn(page, '1')
  await pressOn(page, 'j')
  const place = await shownId(page)
  const shown = await name(page).innerText()
  await page.reload()
  await expect(name(page)).toHaveText(shown)
  expect(await shownId(page)).toBe(place)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await page.goBack()
  await expect(name(page)).toHaveText(shown)
  // The pass goes on: nobody who is decided about comes back.
  await expect(page.getByText('39 of 40 undecided')).toBeVisible()
})

test('the way back to the list is not lost when somebody else comes on screen meanwhile', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(20)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/triage`)
  await untilBegun(page)
  let letThrough = () => {}
  const gate = new Promise<void>((done) => {
    letThrough = done
  })
  const isList = (url: URL) => url.pathname === `/jobs/${job.jobId}` && url.searchParams.has('_rsc')
  await page.route(isList, async (route) => {
    await gate
    await route.continue()
  })
  const asked = page.waitForRequest((request) => isList(new URL(request.url())))
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await asked
  await pressOn(page, 'j')
  letThrough()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await expect(page.getByRole('grid')).toBeVisible()
})

test('on a phone every step is a button within reach', async ({ page, served, store }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/triage`)
  await untilBegun(page)
  const bar = page.getByRole('group', { name: 'Decision' })
  for (const label of ['Shortlist', 'Maybe', 'Reject', 'Undo', 'Back', 'Next', 'To the end']) {
    const box = await bar.getByRole('button', { name: label, exact: true }).boundingBox()
    expect(box?.height, label).toBeGreaterThanOrEqual(44)
    expect(box?.y, label).toBeGreaterThan(420)
    expect((box?.x ?? 0) + (box?.width ?? 0), label).toBeLessThanOrEqual(360)
  }
  await expect(bar.getByRole('button', { name: 'Undo' })).toBeDisabled()
  const press = (label: string) => bar.getByRole('button', { name: label, exact: true }).click()
  const before = await name(page).innerText()
  await press('Reject')
  await expect(name(page)).not.toHaveText(before)
  await expect(page.getByText('29 of 30 undecided')).toBeVisible()
  await press('Undo')
  await expect(name(page)).toHaveText(before)
  await expectAccessible(page)
})

test('a person large, with the queue beside them, in light and dark', async ({ page, served, store }) => {
  const job = served.newJob(25)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/triage`)
  await untilBegun(page)
  const queue = page.getByRole('navigation', { name: 'Queue' })
  await expect(queue.getByRole('button')).toHaveCount(16)
  const chosen = (await queue.getByRole('button').nth(9).innerText()).trim()
  await queue.getByRole('button', { name: chosen }).click()
  await expect(name(page)).toHaveText(chosen)
  await expect(queue.locator('[aria-current]')).toHaveText(chosen)
  await expectAccessible(page)
})
