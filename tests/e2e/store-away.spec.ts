import type { Page } from '@playwright/test'
import { startCluster } from '../integration/postgres-cluster'
import { desk, wheelUntil } from './desk'
import { expect, test } from './fixtures'
import { startServer } from './server'

const away = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'The store cannot be reached',
    status: 503,
    code: 'store_unavailable',
    detail: 'Nothing is lost. Try again in a moment; if it stays, check the database.',
  }),
}

/** From now on our own server answers as it does while its store is away. */
async function takeStoreAway(page: Page) {
  await page.route('**/api/jobs/*/candidates?*', (route) => route.fulfill(away))
  return () => page.unroute('**/api/jobs/*/candidates?*')
}

test('when the store is away for the next rows, those on screen stay, and the reader is told and can try again', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(120)
  await store(job)
  guard.expect(503, /\/candidates$/)
  await page.goto(`/jobs/${job.jobId}`)
  const { row } = desk(page)
  await expect(row(0)).toContainText(job.person(0).full_name)
  const bringBack = await takeStoreAway(page)
  const alert = page.getByRole('main').getByRole('alert')
  await wheelUntil(page, 400, async () => (await alert.count()) > 0)
  await expect(alert).toContainText('The store cannot be reached')
  await bringBack()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toHaveCount(0)
  await wheelUntil(page, 1_000, async () => (await row(119).count()) > 0)
  await expect(row(119)).toContainText(job.person(119).full_name)
})

test('when the store is away for another order, the reader is told rather than left with the old one', async ({
  page,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(30)
  await store(job)
  guard.expect(503, /\/candidates$/)
  await page.goto(`/jobs/${job.jobId}`)
  const bringBack = await takeStoreAway(page)
  await page.getByRole('button', { name: 'Person' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The store cannot be reached')
  await bringBack()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('columnheader', { name: 'Person' })).toHaveAttribute('aria-sort', 'ascending')
})

test('a database that stops under the server costs no row and no credit: every page says so, and goes on when it is back', async ({
  page,
  guard,
}) => {
  test.setTimeout(120_000)
  const jobPath = '/jobs/4100000081'
  const cluster = await startCluster()
  const server = startServer({ DATABASE_URL: cluster.url })
  try {
    const url = await server.ready
    guard.move(url)
    await page.goto(url + jobPath)
    const { load, scope, row, failure } = desk(page)
    await load.click()
    await expect(scope).toContainText('50 loaded · 81 applied')
    const first = (await row(0).textContent()) ?? ''

    // What the page still asks for after the load may meet it already.
    guard.expect(503, /^\/api\//)
    await cluster.halt()
    await load.first().click()
    await expect(failure).toContainText('The store cannot be reached. Nothing is lost.')
    await expect(row(0)).toHaveText(first)

    for (const path of ['/', '/credits', jobPath]) {
      await page.goto(url + path)
      await expect(page.getByRole('main')).toContainText('The store cannot be reached', { timeout: 30_000 })
    }
    expect((await page.request.get(`${url}/api/ready`)).status()).toBe(503)
    expect((await page.request.get(`${url}/api/health`)).status()).toBe(200)

    await cluster.start()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(scope).toContainText('50 loaded · 81 applied')
    await expect(row(0)).toHaveText(first)
  } finally {
    server.terminate()
    await server.exited
    await cluster.stop()
  }
})
