import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('criteria are checked, shown with the sentence they stand in, and overruled with a reason', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  const person = job.person(0)
  const word = /\p{L}{4,}/u.exec(person.headline ?? '')?.[0] ?? ''
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  const panel = career(person)
  await toggle(0).click()
  await panel.getByRole('link', { name: 'Set criteria' }).click()
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByLabel('Name').fill('Has done it')
  await page.getByLabel('Words').fill('zeppelin')
  await page.getByRole('button', { name: 'Check Has done it' }).click()
  await expect(page.getByText('Matches nobody (0 of 12 loaded)')).toBeVisible()
  await page.getByLabel('Words').fill(word)
  await page.getByRole('button', { name: 'Save criteria' }).click()
  await expect(page.getByText('Changed last by Olive Owner')).toBeVisible()
  await expect(page.getByText(/you already loaded in other jobs/)).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/jobs/${job.jobId}/candidates/${person.application_id}`)
  const checklist = panel.getByRole('region', { name: 'Criteria' })
  await expect(checklist).toContainText('1 of 1 must')
  await expect(checklist.locator('mark').first()).toBeVisible()
  await checklist.getByRole('button', { name: 'Untick Has done it' }).click()
  await checklist.getByLabel('Why it is not met').fill('Assisting is not doing')
  await expectAccessible(page)
  await checklist.getByRole('button', { name: 'Untick', exact: true }).click()
  await expect(checklist).toContainText('Overruled by Olive Owner: Assisting is not doing')
  await expect(checklist).toContainText('0 of 1 must')
  await page.goto(`/jobs/${job.jobId}/triage?at=${person.application_id}`)
  await expect(page.getByRole('region', { name: 'Criteria' })).toContainText('Overruled by Olive Owner')

  // The list is filtered by it, tells how many are met, and comparing people shows a line for it.
  await page.goto(`/jobs/${job.jobId}?criteria=unknown&columns=rating,criteria`)
  const row = page.getByRole('row').filter({ hasText: person.full_name ?? '' })
  await expect(row).toContainText('0 of 1 must')
  await expect(page.getByRole('columnheader', { name: 'Criteria Has done it' })).toBeVisible()
  await expect(row.getByRole('img', { name: 'Has done it: not met' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Criteria/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: 'Filter by criteria' })).toContainText('None met')
  await expectAccessible(page)
  await page.goto(`/jobs/${job.jobId}/compare?c=${person.application_id},${job.person(1).application_id}`)
  await expect(page.getByText('Has done it (must)').first()).toBeVisible()
  await expect(page.getByText('Overruled by Olive Owner').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Notes' }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Criteria' })).toHaveCount(0)
  await page.goto(`/people?criteria=${job.jobId}`)
  await expect(page.getByText(/meeting every must of/)).toBeVisible()
  await expect(page.getByText('Has done it', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('a filter by a criterion that a job does not have can be removed', async ({ page, served, store }) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?criteria=Terraform`)
  const notice = page.getByRole('region', { name: 'Filters not understood' })
  await expect(notice).toContainText('Nobody is shown until you remove this filter.')
  const remove = page.getByRole('button', { name: 'Remove filter Criteria: Terraform' })
  await expect(remove).toBeVisible()
  await expectAccessible(page)
  await remove.click()
  await expect(page).not.toHaveURL(/criteria/)
  await expect(desk(page).row(0)).toContainText(job.person(0).full_name ?? '')
  await expect(remove).toHaveCount(0)
})

test('a text that two people share is noted with both sides, and resolved with a reason', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(80)
  await store(job)
  const people = Array.from({ length: 80 }, (_, at) => job.person(at))
  const [first] = people.filter(({ experiences }) => experiences[0]?.description.startsWith('Presented by'))
  await page.goto(`/jobs/${job.jobId}/candidates/${first?.application_id}`)
  const notes = page.getByRole('region', { name: 'Consistency' })
  await notes.getByText('Show both sides').first().click()
  await expect(notes.getByText('Presented by').nth(1)).toBeVisible()
  await notes
    .getByRole('button', { name: /^Resolve ?: / })
    .first()
    .click()
  await notes.getByLabel('Why it is settled').fill('Same agency text')
  await expectAccessible(page)
  await notes.getByRole('button', { name: 'Resolve note' }).click()
  await notes.getByText('1 resolved').click()
  await expect(notes).toContainText('Resolved by Olive Owner')
  await page.goto(`/jobs/${job.jobId}/triage?at=${first?.application_id}`)
  await expect(notes).toContainText('1 resolved')
})
