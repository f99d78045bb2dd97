import { desk } from './desk'
import { expect, test } from './fixtures'

test('hostile names, texts and links are shown as text: nothing runs, leads away or breaks the page', async ({
  page,
  served: { sandbox, newJob },
  store,
}) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const job = newJob(12)
  sandbox.addFault({ kind: 'hostile_text', jobId: job.jobId })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { row, toggle, search, scope } = desk(page)
  await expect(row(0)).toContainText('<script>alert("name")</script>')
  await expect(row(0)).toContainText('"><svg onload=alert(1)>')
  await toggle(0).click()
  const panel = page.locator('[data-panel]')
  await expect(panel).toBeVisible()
  // Links of ours lead within the product; the provider's, of which none is one, would lead away.
  await expect(panel.locator('a:not([href^="/"])')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Show more of the message' }).click()
  // As high as any other row: an endless word is cut off, not broken.
  for (const at of [0, 1]) expect(Math.round((await row(at).boundingBox())?.height ?? 0)).toBe(55)
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const list = document.querySelector('main')?.firstElementChild
    return [scrollWidth - clientWidth, (list?.scrollWidth ?? 0) - (list?.clientWidth ?? 0)]
  })
  expect(wider).toEqual([0, 0])
  await search.fill('<script>')
  await expect(scope).toContainText('12 of 12 applicants')
  await page.getByRole('button', { name: 'Location' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('"><svg onload=alert(1)>')
  await expect(page.locator('img, svg[onload], script:text("alert")')).toHaveCount(0)
  expect(dialogs).toEqual([])
})

test('a person whose answer cannot be read is there, is called unreadable, and costs the others nothing', async ({
  page,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(8)
  sandbox.addFault({ kind: 'unreadable_row', jobId: job.jobId })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { row, toggle, scope } = desk(page)
  await expect(scope).toContainText('All 8 applicants loaded')
  await expect(row(0)).toContainText('Unreadable applicant')
  await expect(row(1)).toContainText(job.person(1).full_name)
  await toggle(0).click()
  await expect(page.getByLabel('Details of Unreadable applicant', { exact: true })).toContainText(
    'nothing that was paid for is lost',
  )
})

test('profiles full of nothing say what is not given', async ({
  page,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(3)
  sandbox.addFault({ kind: 'null_fields', jobId: job.jobId })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { row, toggle } = desk(page)
  for (const text of ['Name not given', 'No headline', 'Unrated', 'No jobs listed', 'Not given']) {
    await expect(row(0)).toContainText(text)
  }
  await toggle(0).click()
  await expect(page.getByLabel('Details of Name not given', { exact: true })).toContainText(
    'No jobs are listed in this application.',
  )
})

test('a rating that nobody has documented is shown as written', async ({
  page,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(3)
  sandbox.addFault({ kind: 'unknown_rating', jobId: job.jobId })
  await store(job)
  await page.goto(`/jobs/${job.jobId}?sort=rating`)
  await expect(desk(page).row(0)).toContainText('SUPER_FIT')
})

test('someone sent twice in one answer is one row', async ({ page, served: { sandbox, newJob }, store }) => {
  const job = newJob(9)
  sandbox.addFault({ kind: 'duplicate_ids', jobId: job.jobId })
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(desk(page).scope).toContainText('All 9 applicants loaded')
  await expect(desk(page).table).toHaveAttribute('aria-rowcount', '10')
})
