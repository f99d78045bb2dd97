import { desk } from './desk'
import { expect, test } from './fixtures'

test('a person opens beside the list, which stays in its place, and J and K go through people', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(120)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, row, career } = desk(page)
  const before = await row(3).boundingBox()
  await toggle(3).click()
  await expect(career(job.person(3))).toContainText(job.person(3).experiences[0]?.title ?? '')
  await expect(toggle(3)).toHaveAttribute('aria-expanded', 'true')
  const after = await row(3).boundingBox()
  expect(after?.y).toBe(before?.y)
  // Beside, not over: nothing of the list lies under the panel.
  const panel = await career(job.person(3)).boundingBox()
  expect((after?.x ?? 0) + (after?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1)
  await page.keyboard.press('j')
  await expect(career(job.person(4))).toBeVisible()
  await expect(toggle(4)).toBeFocused()
  await expect(page.locator('[data-panel]')).toHaveCount(1)
  await expect(toggle(3)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(career(job.person(2))).toBeVisible()
  await expect(page).toHaveURL(`/jobs/${job.jobId}/candidates/${job.person(2).application_id}`)
  await career(job.person(2)).getByRole('button', { name: 'Next person' }).click()
  await expect(career(job.person(3))).toContainText('4 of 120')
  await expect(career(job.person(3)).getByRole('button', { name: 'Next person' })).toBeFocused()
  // Typing is typing.
  await desk(page).search.press('j')
  await expect(desk(page).search).toHaveValue('j')
})

test('opening a person beside the list turns the chevron of no row', async ({ page, served, store }) => {
  const job = served.newJob(40)
  await store(job)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(`/jobs/${job.jobId}`)
  const { table, toggle, career } = desk(page)
  await expect(toggle(0)).toBeVisible()
  const turns = await table.evaluateHandle((element) => {
    const begun: string[] = []
    element.addEventListener('transitionrun', (event) => begun.push((event as TransitionEvent).propertyName))
    return begun
  })
  await toggle(0).click()
  await expect(career(job.person(0))).toBeVisible()
  // What a frame began is reported in the next.
  const begun = await turns.evaluate(async (names) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return names
  })
  expect(begun).not.toContain('rotate')
})

test('the way down the list goes on where its first page ends, with each row in sight', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(80)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/candidates/${job.person(40).application_id}`)
  const { toggle, career } = desk(page)
  await expect(toggle(40)).toBeFocused()
  for (let at = 41; at < 70; at += 1) {
    await page.keyboard.press('j')
    await expect(career(job.person(at))).toBeVisible()
  }
  await expect(toggle(69)).toBeInViewport()
  await expect(toggle(69)).toHaveAttribute('aria-expanded', 'true')
})

test('each person opened beside the list is one step; Back returns to the one before, and closing to the list', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto('/')
  await page.getByRole('link', { name: `Job ${job.jobId}` }).click()
  const { toggle, career } = desk(page)
  const path = `/jobs/${job.jobId}`
  const address = (at: number) => `${path}/candidates/${job.person(at).application_id}`
  await toggle(0).press('Enter')
  await expect(career(job.person(0))).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(address(2))
  await page.goBack()
  await expect(page).toHaveURL(address(1))
  await expect(career(job.person(1))).toBeVisible()
  await page.goBack()
  await expect(career(job.person(0))).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(path)
  await expect(page.locator('[data-panel]')).toHaveCount(0)
  await page.goForward()
  await expect(career(job.person(0))).toBeVisible()
  await career(job.person(0)).getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(path)
  await expect(toggle(0)).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL('/')
})

test('the keyboard leads from the row into the panel and back, and Escape closes it from the row', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  await toggle(0).press('Enter')
  const panel = career(job.person(0))
  await expect(panel.getByRole('button', { name: 'Next person' })).toBeVisible()
  await expect(toggle(0)).toBeFocused()
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await panel.locator(':focus').count()) > 0) break
    await page.keyboard.press('Tab')
  }
  await expect(panel.locator(':focus')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(toggle(0)).toBeFocused()
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(toggle(0)).toBeFocused()
})

test('a person whom a filter leaves out stays open, and the next one has their place', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  const people = Array.from({ length: 60 }, (_, index) => job.person(index))
  const at = people.findIndex(({ rating }) => rating !== 'GOOD_FIT')
  const person = job.person(at)
  const inTheirPlace = people.filter(({ rating }) => rating === 'GOOD_FIT')[at]
  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  await page.getByRole('button', { name: 'Rating' }).first().click()
  await page.getByRole('checkbox', { name: /^Good fit/ }).press('Space')
  await page.keyboard.press('Escape')
  const { career } = desk(page)
  await expect(career(person)).toContainText('Not in this view any more')
  await career(person).getByRole('button', { name: 'Next person' }).click()
  await expect(career(inTheirPlace!)).toBeVisible()
})

for (const [name, viewport] of [
  ['a tablet', { width: 1024, height: 768 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`on ${name} the panel covers the list as a dialog, and gives the focus back`, async ({
    page,
    served,
    store,
  }) => {
    const job = served.newJob(60)
    await store(job)
    await page.setViewportSize(viewport)
    await page.goto(`/jobs/${job.jobId}`)
    const { toggle } = desk(page)
    const dialog = (at: number) =>
      page.getByRole('dialog', { name: `Details of ${job.person(at).full_name}` })
    await toggle(1).click()
    await expect(dialog(1)).toBeFocused()
    // Nothing behind it can be reached.
    const behind = page.getByRole('grid').and(page.locator('[inert] *'))
    await expect(behind).toHaveCount(1)
    await page.keyboard.press('j')
    await expect(dialog(2)).toBeVisible()
    await dialog(2).getByRole('button', { name: 'Previous person' }).click()
    await expect(dialog(1)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(toggle(1)).toBeFocused()
    await toggle(0).click()
    await expect(dialog(0)).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
}

test('a reader who wants people to open in the list chooses so once, and again otherwise', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, table, career } = desk(page)
  const choose = async (label: string) => {
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('radio', { name: label }).check({ force: true })
    await page.keyboard.press('Escape')
  }
  await choose('In the list')
  await toggle(0).click()
  await expect(table.locator('[data-panel]')).toHaveCount(1)
  await page.reload()
  await expect(table.locator('[data-panel]')).toHaveCount(1)
  await toggle(1).click()
  await expect(table.locator('[data-panel]')).toHaveCount(2)
  await choose('Beside the list')
  await expect(table.locator('[data-panel]')).toHaveCount(0)
  await expect(career(job.person(1))).toBeVisible()
  await expect(page.locator('[data-panel]')).toHaveCount(1)
})

test('deciding in the panel and in a row shows in the rows at once, and stays', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, row, career } = desk(page)
  await toggle(0).click()
  await career(job.person(0)).getByRole('button', { name: 'Shortlist' }).click()
  await expect(row(0)).toContainText('Shortlisted')
  await page.keyboard.press('Escape')

  await row(1).hover()
  await row(1)
    .getByRole('button', { name: /^Decide about/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await expect(row(1)).toContainText('Rejected')

  await page.reload()
  for (const [at, text] of ['Shortlisted', 'Rejected'].entries()) await expect(row(at)).toContainText(text)
})
