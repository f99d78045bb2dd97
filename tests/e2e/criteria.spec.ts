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
  await expect(page.getByRole('link', { name: /you already paid for$/ })).toBeVisible()
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
})
