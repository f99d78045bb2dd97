import { readFile } from 'node:fs/promises'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { makeDataDir, type Server, startServer } from './server'

test.use({ provider: 'built-in' })
test.describe.configure({ mode: 'default' })

const firstOf = async (answer: { json: () => Promise<unknown> }) =>
  ((await answer.json()) as CandidatePage).items[0]!

test('an owner hands somebody their data and erases them, and a reload does not bring them back', async ({
  page,
  request,
  store,
}) => {
  // Nobody else in its list has the first one's name.
  const jobId = '4100000032'
  await store({ jobId, person: () => undefined as never })
  const person = await firstOf(await request.get(`/api/jobs/${jobId}/candidates`))
  const name = person.fullName!
  await page.goto(`/jobs/${jobId}`)
  const { toggle, row, search, scope } = desk(page)
  await toggle(0).click()
  await page.getByRole('link', { name: 'Export or erase' }).click()
  await expect(page).toHaveURL(`/settings/privacy?job=${jobId}&application=${person.applicationId}`)

  const stored = page.getByRole('region', { name: 'What is stored of them' })
  await expect(stored).toContainText('1 application to 1 job')
  await expect(stored.getByRole('link', { name })).toBeVisible()
  await expectAccessible(page)
  const saving = page.waitForEvent('download')
  await stored.getByRole('button', { name: 'Export as JSON' }).click()
  const file = await (await saving).path()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    applications: [{ jobId, asShown: { fullName: name }, asReceived: { full_name: name } }],
  })

  await stored.getByRole('button', { name: 'Erase this person…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Erase this person for good?' })
  const erase = question.getByRole('button', { name: 'Erase them' })
  await expect(erase).toBeDisabled()
  await expectAccessible(page)
  await question.getByLabel('Type “erase” to go on').fill('erase')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(page.getByText(/^Erased for good: 1 application to 1 job/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'What is stored', exact: true })).toContainText(
    '1 more was erased',
  )

  await page.goto(`/jobs/${jobId}`)
  await expect(row(0)).toContainText('Erased person')
  await expect(scope).toContainText('All 32 applicants loaded')
  await toggle(0).click()
  await expect(page.getByText('Everything about this applicant was erased')).toBeVisible()
  await search.fill(name)
  await expect(page.getByText(name, { exact: true })).toHaveCount(0)
})

test('somebody is found by their profile’s address, and nobody by a wrong one', async ({
  page,
  guard,
  request,
  store,
}) => {
  const jobId = '4100000025'
  await store({ jobId, person: () => undefined as never })
  const person = await firstOf(await request.get(`/api/jobs/${jobId}/candidates`))
  await page.goto('/settings/privacy')
  await page.getByRole('button', { name: 'Look up' }).click()
  await expect(page.getByText('Name somebody first.')).toBeVisible()
  const field = page.getByLabel('Profile address or public identifier')
  await field.fill('https://www.linkedin.com/in/nobody-of-this-name')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nobody is stored under this.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Never store them…' })).toBeVisible()
  guard.expect(400, /person-lookups$/)
  await field.fill('https://www.linkedin.com/company/example-works')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/No profile can be read from this text/)).toBeVisible()
  await field.fill(person.profileUrl!)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: person.fullName! })).toBeVisible()
  // What was typed is in no address.
  expect(new URL(page.url()).search).toBe('')
})

test('a job is kept for a reason, and deleted but for rounded counts after a question that says what goes', async ({
  page,
  request,
  store,
}) => {
  const jobId = '4100000026'
  await store({ jobId, person: () => undefined as never })
  const decided = await request.post(`/api/jobs/${jobId}/decisions`, {
    data: { decision: 'reject', view: 'rating=NOT_A_FIT' },
  })
  expect(decided.status(), await decided.text()).toBe(200)
  await page.goto('/')
  const list = page.getByRole('list', { name: 'Recent jobs' })
  const row = list.getByRole('listitem').filter({ hasText: jobId })
  const more = row.getByRole('button', { name: `More about job ${jobId}` })
  await more.click()
  await page.getByRole('button', { name: 'Keep for as long as needed…' }).click()
  const keep = page.getByRole('alertdialog', { name: `Keep job ${jobId} for as long as needed?` })
  await expect(keep.getByRole('button', { name: 'Keep it' })).toBeDisabled()
  await keep.getByLabel('Why keep it?').fill('An appeal is open')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Kept for as long as needed: An appeal is open')
  await page.goto(`/jobs/${jobId}`)
  const kept = page.getByRole('region', { name: 'How long this job is kept' })
  await expect(kept).toContainText('An appeal is open')
  await page.goto('/settings/privacy')
  await expect(page.getByRole('list', { name: 'Kept for longer' })).toContainText('An appeal is open')
  await expectAccessible(page)

  await page.goto('/')
  await more.click()
  await page.getByRole('button', { name: 'Keep no longer than others' }).click()
  await expect(row).not.toContainText('An appeal is open')
  await more.click()
  await page.getByRole('button', { name: 'Delete with its applicants…' }).click()
  const question = page.getByRole('alertdialog', { name: `Delete job ${jobId} and its 26 applicants?` })
  await expect(question).toContainText('Loading this job has cost 3 credits')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(more).toBeFocused()
  await more.click()
  await page.getByRole('button', { name: 'Delete with its applicants…' }).click()
  await question.getByRole('button', { name: 'Delete 26 applicants' }).click()
  // Below an open dialog nothing has a role: the list would look empty before anything is deleted.
  await expect(question).toBeHidden()
  await expect(row).toHaveCount(0)

  await page.goto('/settings/privacy')
  const counts = page.getByRole('list', { name: 'Counts of deleted jobs' }).getByRole('listitem')
  await expect(counts.filter({ hasText: jobId })).toContainText('of 25 decided · deleted')
  await expectAccessible(page)
  await counts.getByRole('link', { name: `Job ${jobId}` }).click()
  await expect(page.getByText(/^This job was deleted on .* kept to the nearest 5/)).toBeVisible()
})

test('a mistyped job of which nobody is stored is taken off the list', async ({ page }) => {
  await page.goto('/jobs/mistyped-1')
  await page.goto('/')
  const row = page.getByRole('listitem').filter({ hasText: 'mistyped-1' })
  await row.getByRole('button', { name: 'More about job mistyped-1' }).click()
  await page.getByRole('button', { name: 'Remove from the list…' }).click()
  await page
    .getByRole('alertdialog', { name: 'Remove job mistyped-1 from the list?' })
    .getByRole('button', { name: 'Remove it' })
    .click()
  await expect(row).toHaveCount(0)
})

test('a job that goes soon says so in the list, and opening it says that this has moved', async ({
  page,
  guard,
}) => {
  test.setTimeout(120_000)
  const data = await makeDataDir()
  const server: Server = startServer({ DATA_DIR: data.path, RETENTION_DAYS: '5' })
  try {
    const url = await server.ready
    guard.move(url)
    await page.goto(`${url}/jobs/4100000012`)
    await page.goto(url)
    await expect(page.getByRole('listitem').filter({ hasText: '4100000012' })).toContainText(
      'Not used for long: deleted with its applicants on',
    )
    await page.setViewportSize({ width: 360, height: 740 })
    await expectAccessible(page)
    await page.goto(`${url}/jobs/4100000012`)
    const notice = page.getByRole('region', { name: 'How long this job is kept' })
    await expect(notice).toContainText('Opening it has moved that to')
    await expectAccessible(page)
    await notice.getByRole('button', { name: 'Keep for as long as needed…' }).click()
    const keep = page.getByRole('alertdialog')
    await keep.getByLabel('Why keep it?').fill('We hire again in spring')
    await keep.getByRole('button', { name: 'Keep it' }).click()
    await expect(notice).toContainText('Kept for as long as needed by This desk: We hire again in spring')
    await notice.getByRole('button', { name: 'Keep no longer than others' }).click()
    await expect(notice).not.toContainText('We hire again in spring')
  } finally {
    server.terminate()
    await server.exited
    await data.remove()
  }
})
