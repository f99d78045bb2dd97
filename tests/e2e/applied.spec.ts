import { buildExtras, buildPerson } from '@/lib/sandbox/people'
import { desk } from './desk'
import { expect, test } from './fixtures'

// A job whose applicants come with the day on which they applied and with their education.
const jobId = '4100000037'
const job = {
  jobId,
  person: (at: number) => ({ ...buildPerson(1, jobId, at), ...buildExtras(1, jobId, at) }),
}
const everyone = Array.from({ length: 37 }, (_, at) => job.person(at))

test('the day of the application is a column, an order and a filter, and what somebody learned stands after their jobs', async ({
  page,
  store,
}) => {
  await store(job)
  await page.goto(`/jobs/${jobId}?sort=-applied`)
  const { table, row, scope, toggle } = desk(page)
  await expect(table.getByRole('columnheader', { name: /^Applied/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const days = everyone.flatMap(({ application_date: date }) => date?.slice(0, 10) ?? [])
  const latest = days.toSorted().at(-1)!
  await expect(row(0).locator('time').first()).toHaveAttribute('datetime', new RegExp(`^${latest}`))

  const studied = everyone.findIndex(({ education = [] }) => education.length > 0)
  await page.goto(`/jobs/${jobId}?view=all`)
  await toggle(studied).click()
  const [first] = job.person(studied).education!
  await expect(page.getByRole('heading', { name: 'Education' })).toBeVisible()
  await expect(page.getByText(first!.school, { exact: true }).first()).toBeVisible()

  await page.goto(`/jobs/${jobId}?applied=${latest}`)
  const matching = days.filter((day) => day === latest).length
  await expect(scope).toContainText(new RegExp(`^${matching} of 37 applicants`))
})

test('a list without these days has no column and no filter for them', async ({ page, served, store }) => {
  const plain = served.newJob(12)
  await store(plain)
  await page.goto(`/jobs/${plain.jobId}`)
  const { table } = desk(page)
  await expect(table.getByRole('columnheader', { name: /^Location/ })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: /^Applied/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const menu = page.getByRole('menu', { name: 'More filters' })
  await expect(menu.getByRole('menuitem', { name: 'Added' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /Applied|Education/ })).toHaveCount(0)
})
