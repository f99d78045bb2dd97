import { request as requests, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, type Job, test } from './fixtures'
import { inviteAndSignIn } from './people'

const applicationId = (job: Job, at: number) => encodeURIComponent(job.person(at).application_id)
const nobody = { cookies: [], origins: [] }

/** Waits for the stream that the page opens once its reader moves. */
async function goLive(page: Page, path: string): Promise<void> {
  const streaming = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/events'))
  await page.goto(path)
  await page.mouse.move(300, 300)
  await streaming
}

const places = (page: Page) =>
  desk(page)
    .table.getByRole('rowheader')
    .evaluateAll((cells) =>
      cells.slice(0, 8).map((cell) => `${cell.textContent} ${Math.round(cell.getBoundingClientRect().top)}`),
    )

test('a colleague’s decision shows in the other browser, and no row moves', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const client = await requests.newContext({ baseURL: served.url, storageState: nobody })
  await inviteAndSignIn(request, client, 'recruiter')
  const other = await colleague({ storageState: await client.storageState() })
  await goLive(other, `/jobs/${job.jobId}?decision=none`)
  await goLive(page, `/jobs/${job.jobId}?decision=none`)
  await expect(page.getByRole('list', { name: 'Also here' })).toHaveText('SRSome recruiter')
  await expect(other.getByRole('list', { name: 'Also here' })).toHaveText('OOOlive Owner')

  const before = (await places(page)).map((place) => place.replace('No longer in this view', ''))
  const put = `/api/jobs/${job.jobId}/candidates/${applicationId(job, 1)}/decision`
  expect((await client.put(put, { data: { decision: 'shortlist' } })).status()).toBe(200)
  for (const each of [page, other]) {
    await expect(desk(each).row(1).getByText('No longer in this view')).toBeVisible()
    await expect(desk(each).row(1).getByText('Shortlist')).toBeVisible()
  }
  expect((await places(page)).map((place) => place.replace('No longer in this view', ''))).toEqual(before)
  await expectAccessible(page)

  // What is bought elsewhere is offered, and comes when it is asked for.
  const data = { kind: 'next', maxCredits: 5 }
  expect((await client.post(`/api/jobs/${job.jobId}/fetches`, { data })).status()).toBe(200)
  const offer = page.getByRole('button', { name: '10 new people: show' })
  await expect(offer).toBeVisible()
  await expect(desk(page).row(1).getByText('No longer in this view')).toBeVisible()
  await expectAccessible(page)
  await offer.click()
  await expect(offer).toBeHidden()
  await expect(page.getByText('No longer in this view')).toHaveCount(0)
  await other.close()
  await expect(page.getByRole('list', { name: 'Also here' })).toBeHidden()
  await client.dispose()
})

test('tabs of one browser share a stream; a lost connection is said, and caught up with', async ({
  page,
  context,
  request,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  let streams = 0
  context.on('request', (asked) => {
    const { pathname, searchParams } = new URL(asked.url())
    if (pathname.endsWith('/events') && searchParams.get('follow') !== '0') streams += 1
  })
  await goLive(page, `/jobs/${job.jobId}`)
  const second = await context.newPage()
  await goLive(second, `/jobs/${job.jobId}`)
  const decide = async (at: number) => {
    const put = `/api/jobs/${job.jobId}/candidates/${applicationId(job, at)}/decision`
    expect((await request.put(put, { data: { decision: 'maybe' } })).status()).toBe(200)
  }
  await decide(0)
  for (const tab of [page, second]) await expect(desk(tab).row(0).getByText('Maybe')).toBeVisible()
  expect(streams).toBe(1)

  // The other tab goes on where the first one was.
  await page.close()
  await decide(1)
  await expect(desk(second).row(1).getByText('Maybe')).toBeVisible()
  expect(streams).toBe(2)

  await context.setOffline(true)
  await decide(2)
  await expect(second.getByText('Connection lost: changes by others show when it is back.')).toBeVisible()
  await context.setOffline(false)
  await expect(desk(second).row(2).getByText('Maybe')).toBeVisible()
  await expect(second.getByText('Connection lost: changes by others show when it is back.')).toBeHidden()
})
