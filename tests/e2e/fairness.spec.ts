import pg from 'pg'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { Job } from '@/lib/contracts/job'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { startCluster } from '../integration/postgres-cluster'
import { startServer } from './server'

test('a job follows the rule of its country, and its decisions are counted by what could have swayed them', async ({
  page,
  request,
  served,
  store,
}) => {
  const job = served.newJob(60)
  const path = `/jobs/${job.jobId}`
  await store(job)
  const { items } = (await (await request.get(`/api${path}/candidates?limit=60`)).json()) as CandidatePage
  for (const [at, decision] of [
    [0, 'shortlist'],
    [1, 'shortlist'],
    [59, 'reject'],
  ] as const) {
    const { applicationId } = items[at]!
    await request.put(`/api${path}/candidates/${applicationId}/decision`, { data: { decision, via: 'list' } })
  }

  await page.goto('/')
  const more = page.getByRole('button', { name: `More about job ${job.jobId}` })
  await more.click()
  await page.getByRole('button', { name: 'Set retention period…' }).click()
  const period = page.getByRole('alertdialog', { name: `How long is job ${job.jobId} kept?` })
  await expect(period.getByRole('radio', { name: /^Like other jobs/ })).toBeChecked()
  await period.getByRole('radio', { name: /^Germany: 6 months/ }).check()
  await expectAccessible(page)
  await period.getByRole('button', { name: 'Save' }).click()
  await expect(period).toBeHidden()
  const { retention } = (await (await request.get(`/api${path}`)).json()) as Job
  expect(retention!.preset).toBe('DE')

  await more.click()
  await page.getByRole('link', { name: 'Fairness' }).click()
  await expect(page).toHaveURL(`${path}/fairness`)
  await expect(page.getByRole('heading', { name: 'Fairness', level: 1 })).toBeVisible()
  await expect(page.getByText('3 of 60 people loaded are decided')).toBeVisible()
  const row = (table: string, name: string) =>
    page.getByRole('table', { name: table }).getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('By place in the network’s order', 'First quarter')).toHaveText(
    /^First quarter1520013100% \(16% to 100%\)/,
  )
  await expect(row('By place in the network’s order', 'Last quarter')).toHaveText(
    /^Last quarter15001140% \(0% to 97%\)/,
  )
  await expect(row('By order of the list', 'As the network ranks them')).toContainText('3201')

  const group = (at: number) => page.getByRole('group', { name: `Group ${at}` })
  const fill = async (at: number, name: string, applicants: string, selected: string) => {
    await group(at).getByLabel('Group').fill(name)
    await group(at).getByLabel('Applicants').fill(applicants)
    await group(at).getByLabel('Selected').fill(selected)
  }
  await fill(1, 'Women', '40', '12')
  await fill(2, 'Men', '80', '48')
  const rates = page.getByRole('status').filter({ hasText: 'of the highest rate' })
  await expect(rates).toContainText(
    'Women: 30% selected (17% to 47%), 50% of the highest rate. Below four fifths.',
  )
  await page.getByRole('button', { name: 'Add a group' }).click()
  await fill(3, 'Not stated', '9', '9')
  await expect(rates).toContainText('Not stated: left out, fewer than 10 applicants.')
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

  await page.getByRole('link', { name: 'How Shortlist works' }).click()
  await expect(page.getByRole('heading', { name: 'What is computed, and by which rule' })).toBeVisible()
  await expectAccessible(page)
})

test('the usual order is the network’s by name, and a shuffled one is the same after a reload', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?view=all`)
  const order = page.getByRole('combobox', { name: 'Sort by' })
  await expect(order).toHaveText('As the network ranks them')
  await order.click()
  await page.getByRole('option', { name: 'Shuffled for you' }).click()
  await expect(page).toHaveURL(/sort=shuffled/)
  const { row } = desk(page)
  const ranked = job.person(0).full_name ?? ''
  await expect(row(0)).not.toContainText(ranked)
  const first = await row(0).textContent()
  await page.reload()
  await expect(row(0)).toHaveText(first ?? '')
})

test('applicants who were not informed within 30 days are named, and recorded by themselves', async ({
  page,
  guard,
}) => {
  test.setTimeout(120_000)
  const cluster = await startCluster()
  const server = startServer({ DATABASE_URL: cluster.url })
  const database = new pg.Client({ connectionString: cluster.url })
  try {
    const url = await server.ready
    guard.move(url)
    const job = `${url}/api/jobs/4100000012`
    const loaded = await page.request.post(`${job}/fetches`, { data: { kind: 'next', maxCredits: 5 } })
    expect(loaded.status(), await loaded.text()).toBe(200)
    await database.connect()
    await database.query(`update candidate set first_seen_at = now() - interval '31 days', first_seen_ms = 1
      where position < 3`)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${url}/jobs/4100000012/notice`)
    const panel = page.getByRole('region', { name: '12 people not informed yet' })
    await expect(panel).toContainText('3 people overdue')
    await expect(panel).toContainText('Send them the text now, then record it. 9 more have time left.')
    await expect(panel.getByRole('listitem').filter({ hasText: 'Overdue since' })).toHaveCount(3)
    await expectAccessible(page)
    await panel.getByRole('button', { name: 'Record that the 3 overdue are informed' }).click()
    const left = page.getByRole('region', { name: '9 people not informed yet' })
    await expect(left).toBeVisible()
    await expect(left).not.toContainText('overdue')
    const informed = page.getByRole('region', { name: 'Informed so far' })
    await expect(informed).toContainText('3 people by This desk')
    await informed.getByText('The text they were sent').click()
    await expect(informed.getByText('Your data in your application for job 4100000012')).toBeVisible()
    await expectAccessible(page)
  } finally {
    await database.end()
    server.terminate()
    await server.exited
    await cluster.stop()
  }
})
