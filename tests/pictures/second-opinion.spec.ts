import { request as requests } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { inviteAndSignIn } from '../e2e/people'

type Choice = 'shortlist' | 'maybe' | 'reject'

const choices: [asker: Choice, colleague: Choice][] = [
  ['shortlist', 'shortlist'],
  ['shortlist', 'maybe'],
  ['shortlist', 'shortlist'],
  ['maybe', 'maybe'],
  ['maybe', 'reject'],
  ['reject', 'reject'],
  ['reject', 'reject'],
  ['reject', 'shortlist'],
  ['reject', 'reject'],
  ['maybe', 'maybe'],
  ['reject', 'reject'],
  ['shortlist', 'shortlist'],
]

test('where two colleagues agree', async ({ page, request, served, store }) => {
  const job = served.newJob(choices.length)
  const path = `/api/jobs/${job.jobId}`
  await store(job)
  await request.patch(path, { data: { label: 'Growth marketer, Paris' } })
  const client = await requests.newContext({
    baseURL: served.url,
    storageState: { cookies: [], origins: [] },
  })
  const colleague = await inviteAndSignIn(request, client, 'recruiter', { name: 'Ines Duarte' })
  const asked = await request.post(`${path}/second-opinions`, {
    data: { colleague, view: '', note: 'Who of them would you meet?' },
  })
  expect(asked.ok(), await asked.text()).toBe(true)
  const { id } = (await asked.json()) as { id: string }
  for (const [at, [mine, theirs]] of choices.entries()) {
    const person = encodeURIComponent(job.person(at).application_id)
    const opinion = `${path}/second-opinions/${id}/candidates/${person}`
    expect((await client.put(opinion, { data: { decision: theirs } })).ok()).toBe(true)
    expect(
      (await request.put(`${path}/candidates/${person}/decision`, { data: { decision: mine } })).ok(),
    ).toBe(true)
  }
  await client.dispose()
  await page.goto(`/jobs/${job.jobId}/second-opinions/${id}`)
  await expect(page.getByRole('table').first()).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await expect(page).toHaveScreenshot('second-opinion-1440-light.png')
})
