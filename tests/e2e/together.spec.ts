import type { Page } from '@playwright/test'
import type { CandidateDetail } from '@/lib/contracts/candidate'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, type Job, test } from './fixtures'
import { name, pressOn, untilBegun } from './pass'
import { secondMember } from './people'

const applicationId = (job: Job, at: number) => encodeURIComponent(job.person(at).application_id)

/** Waits for the stream that the page opens once its reader moves. */
async function goLive(page: Page, path: string): Promise<void> {
  const streaming = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/events'))
  await page.goto(path)
  await page.mouse.move(300, 300)
  await streaming
}

async function decideInRow(page: Page, at: number, decision: 'Shortlist' | 'Reject'): Promise<void> {
  const { row } = desk(page)
  await row(at).hover()
  await row(at)
    .getByRole('button', { name: /^Decide about/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: decision }).click()
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
  const { client, other } = await secondMember({ request, served, colleague })
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
  guard,
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
    expect((await request.put(put, { data: { decision: 'shortlist' } })).status()).toBe(200)
  }
  await decide(0)
  for (const tab of [page, second]) await expect(desk(tab).row(0).getByText('Shortlisted')).toBeVisible()
  expect(streams).toBe(1)

  // The other tab goes on where the first one was.
  await page.close()
  await decide(1)
  await expect(desk(second).row(1).getByText('Shortlisted')).toBeVisible()
  expect(streams).toBe(2)

  // Whatever the page asks for meanwhile.
  guard.allow(/^answer lost: .*\/(marks|visits|fetches|facets)$/)
  await context.setOffline(true)
  await decide(2)
  await expect(second.getByText('Connection lost: changes by others show when it is back.')).toBeVisible()
  await context.setOffline(false)
  await expect(desk(second).row(2).getByText('Shortlisted')).toBeVisible()
  await expect(second.getByText('Connection lost: changes by others show when it is back.')).toBeHidden()
})

test('two who decide about one person at once both see what happened, and one decision is kept or replaced', async ({
  page,
  request,
  served,
  store,
  colleague,
  guard,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  const { client, other } = await secondMember({ request, served, colleague })
  // What the other one decides is known before this browser hears of it.
  await page.route('**/events?*', (route) => route.abort())
  for (const each of [page, other]) await each.goto(`/jobs/${job.jobId}`)
  guard.expect(409, /\/decision$/)
  const notices = page.getByRole('region', { name: 'Decisions' })
  const stands = async (at: number) => {
    const answer = await request.get(`/api/jobs/${job.jobId}/candidates/${applicationId(job, at)}`)
    return ((await answer.json()) as CandidateDetail).mark.decision?.decision
  }
  for (const at of [0, 1]) {
    await decideInRow(other, at, 'Shortlist')
    await expect.poll(() => stands(at)).toBe('shortlist')
    await decideInRow(page, at, 'Reject')
    const { full_name: fullName } = job.person(at)
    const clash = notices.getByRole('listitem').filter({ hasText: 'Keep theirs' })
    await expect(clash).toContainText(`Some recruiter decided about ${fullName} meanwhile: Shortlisted`)
    await expect(clash).toContainText('Yours: Reject')
    await expect(desk(page).row(at)).toContainText('Shortlisted')
    if (at === 0) await expectAccessible(page)
    await clash.getByRole('button', { name: at === 0 ? 'Keep theirs' : 'Replace with mine' }).press('Enter')
    await expect(clash).toHaveCount(0)
  }
  await expect(desk(page).row(0)).toContainText('Shortlisted')
  await expect.poll(() => stands(1)).toBe('reject')
  expect(await stands(0)).toBe('shortlist')
  await expect(desk(other).row(1)).toContainText('Rejected')
  await client.dispose()
})

test('one who decides in triage is followed from the list, and the other way round', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(40)
  await store(job)
  const { client, other } = await secondMember({ request, served, colleague })
  await goLive(page, `/jobs/${job.jobId}/triage`)
  await goLive(other, `/jobs/${job.jobId}`)
  await expect(page.getByText('40 of 40 undecided')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Also here' })).toHaveText('SRSome recruiter')

  await untilBegun(page)
  await pressOn(page, '1')
  await expect(desk(other).row(0)).toContainText('Shortlisted')

  // Whoever is on screen, one who would be next, and one far down the queue.
  for (const at of [1, 2, 30]) {
    const put = `/api/jobs/${job.jobId}/candidates/${applicationId(job, at)}/decision`
    expect((await client.put(put, { data: { decision: 'reject' } })).status()).toBe(200)
  }
  await expect(page.getByText('36 of 40 undecided')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Some recruiter decided: Rejected' })).toBeVisible()
  await expect(name(page)).toHaveText(job.person(1).full_name)
  await expectAccessible(page)
  await pressOn(page, 'j')
  await expect(name(page)).toHaveText(job.person(3).full_name)
  await client.dispose()
})

test('with others here nothing at the top of the page moves', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(200)
  await store(job, 100)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await goLive(page, `/jobs/${job.jobId}`)
    const here = page.getByRole('list', { name: 'Also here' })
    await expect(here).toHaveCount(0)
    const boxes = () =>
      page
        .locator('header :is(h1, button, a, p)')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())))
    const before = await boxes()
    const clients = []
    for (let at = 0; at < 2; at += 1) {
      const { client, other } = await secondMember({ request, served, colleague })
      await goLive(other, `/jobs/${job.jobId}`)
      clients.push({ client, other })
    }
    await expect(here.getByRole('listitem')).toHaveCount(2)
    expect(await boxes()).toEqual(before)
    // A phone has room for the first.
    await expect(here.getByRole('listitem').first()).toBeInViewport({ ratio: 1 })
    for (const { client, other } of clients) {
      await other.close()
      await client.dispose()
    }
    await expect(here).toHaveCount(0)
  }
})

test('what is decided while the store is away is said to wait, and survives the page', async ({
  page,
  context,
  request,
  served,
  store,
  guard,
}) => {
  const job = served.newJob(30)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  guard.expect(503, /\/decision$/)
  const body = JSON.stringify({
    ...{ type: 'about:blank', title: 'The store does not answer', status: 503, code: 'store_unavailable' },
    ...{ detail: 'Try again in a moment.', retryable: true },
  })
  const away = '**/decision'
  await context.route(away, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
  )
  await decideInRow(page, 2, 'Shortlist')
  await expect(desk(page).row(2)).toContainText('Shortlisted')
  await expect(page.getByRole('region', { name: 'Decisions' })).toContainText('Not saved yet: trying again')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Decisions' })).toContainText('Not saved yet: trying again')
  await context.unroute(away)
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByRole('region', { name: 'Decisions' }).getByText('Not saved yet')).toHaveCount(0)
  await expect(desk(page).row(2)).toContainText('Shortlisted')
  const shortlist = await request.get(`/api/jobs/${job.jobId}/application-ids?decision=shortlist`)
  expect(((await shortlist.json()) as { items: string[] }).items).toEqual([job.person(2).application_id])
})
