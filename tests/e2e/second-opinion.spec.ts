import type { CandidateDetail } from '@/lib/contracts/candidate'
import type { SecondOpinionList } from '@/lib/contracts/second-opinion'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { secondMember } from './people'

// On a server that other tests invite colleagues to as well.
const newName = () => `Rowan ${Math.random().toString(36).slice(2)}`

test('a colleague decides on the same people by themselves, and both see where they differ', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(12)
  const path = `/jobs/${job.jobId}`
  await store(job)
  const name = newName()
  const { client, other } = await secondMember({ request, served, colleague }, { name })
  const person = (at: number) => `/api${path}/candidates/${encodeURIComponent(job.person(at).application_id)}`
  await request.put(`${person(0)}/decision`, { data: { decision: 'shortlist', comment: 'Quixotic comment' } })

  await page.goto(`${path}?view=all`)
  await page.getByRole('button', { name: 'More about this job' }).click()
  await page.getByRole('button', { name: 'Ask for a second opinion…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Ask for a second opinion on 12 people' })
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Mind the travelling')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toBeHidden()

  await other.goto('/inbox')
  await expect(other.getByText('12 people: Mind the travelling')).toBeVisible()
  await other.goto(`${path}/second-opinions`)
  await other.getByRole('link', { name: 'Second opinion for Olive Owner' }).click()
  const heading = other.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(job.person(0).full_name)
  await expect(heading).toBeFocused()
  await expect(other.getByText('Quixotic comment')).toHaveCount(0)
  const { mark } = (await (await client.get(person(0))).json()) as CandidateDetail
  expect(mark.decision).toBeUndefined()
  await expectAccessible(other)

  await other.getByRole('textbox', { name: 'Reason (optional)' }).fill('Too far away')
  await other.getByRole('button', { name: 'Reject' }).click()
  await expect(heading).toHaveText(job.person(1).full_name)
  await expect(heading).toBeFocused()
  await other.keyboard.press('2')
  await expect(heading).toHaveText(job.person(2).full_name)
  await other.getByRole('button', { name: 'Show results' }).click()
  await expect(other.getByText('You agree on 0 of 1')).toBeVisible()
  await expect(other.getByRole('region', { name: /^You differ on/ })).toContainText(job.person(0).full_name)
  await expectAccessible(other)

  // The asker has not chosen on the second person, and is not told what the colleague chose.
  await page.goto(`${path}/second-opinions`)
  await expect(page.getByText(`you chose on 1 · ${name} chose on 2`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: `Second opinion of ${name}` }).click()
  await expect(page.getByText('Too far away')).toBeVisible()
  await expect(page.getByText('Maybe list', { exact: true }).and(page.locator('span'))).toHaveCount(0)
  await request.put(`${person(1)}/decision`, { data: { decision: 'maybe' } })
  await page.reload()
  const table = page.getByRole('table', { name: 'Agreement' })
  await expect(table.getByRole('row', { name: /^Maybe list/ })).toHaveText('Maybe list010')
  await expect(page.getByText('Cohen’s kappa is shown from 10 people')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Close the second opinion of ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText('· closed')).toBeVisible()
  await client.dispose()
})

test('the people selected are asked about, stand so in the colleague’s list, and what they choose shows at once', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(8)
  const path = `/jobs/${job.jobId}`
  await store(job)
  const name = newName()
  const { client, other } = await secondMember({ request, served, colleague }, { name })
  await page.goto(`${path}?view=all`)
  for (const at of [0, 2])
    await page.getByRole('checkbox', { name: `Select ${job.person(at).full_name}` }).check()
  await page.getByRole('button', { name: 'Second opinion', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Ask for a second opinion on 2 people' })
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toBeHidden()

  await other.goto(`${path}?view=all`)
  await expect(desk(other).row(0)).toContainText('Your second opinion')
  await expect(desk(other).row(1)).not.toContainText('Your second opinion')

  const streaming = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/events'))
  await page.goto(`${path}/second-opinions`)
  await expect(page.getByText(`you chose on 0 · ${name} chose on 0`)).toBeVisible()
  await page.mouse.move(300, 300)
  await streaming
  const list = `/api${path}/second-opinions`
  const { items } = (await (await client.get(list)).json()) as SecondOpinionList
  const one = `${list}/${items[0]?.id}/candidates/${encodeURIComponent(job.person(2).application_id)}`
  expect((await client.put(one, { data: { decision: 'maybe' } })).status()).toBe(200)
  await expect(page.getByText(`you chose on 0 · ${name} chose on 1`)).toBeVisible()
  await client.dispose()
})
