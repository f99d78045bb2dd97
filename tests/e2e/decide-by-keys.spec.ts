import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

const decided = (page: Page, jobId: string, decision: string) =>
  page.request
    .get(`/api/jobs/${jobId}/application-ids?decision=${decision}`)
    .then(async (answer) => ((await answer.json()) as { matched: number }).matched)

test('by keyboard alone: filter, move, decide, select a range, decide about it, undo', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, search, table, row } = desk(page)
  const bar = page.getByRole('region', { name: 'Selection' })
  const count = (decision: string) => decided(page, job.jobId, decision)

  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('e')
  await expect(table.locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(toggle(0)).toBeFocused()

  await page.keyboard.press('1')
  await expect.poll(() => count('shortlist')).toBe(1)
  await expect(row(0)).toContainText('Shortlisted')
  await page.keyboard.press('j')
  await page.keyboard.press('3')
  await expect.poll(() => count('reject')).toBe(1)
  await page.keyboard.press('u')
  await expect.poll(() => count('reject')).toBe(0)

  await page.keyboard.press('j')
  await page.keyboard.press('x')
  for (let at = 0; at < 4; at += 1) await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(bar).toContainText('5 selected')
  await page.keyboard.press('3')
  const dialog = page.getByRole('alertdialog', { name: 'Reject 5 people?' })
  await expect(dialog).toContainText('5 of these 5 were opened by nobody.')
  await expectAccessible(page)
  // No key of the list decides while it is asked.
  await page.keyboard.press('1')
  await dialog.getByRole('button', { name: 'Reject 5' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => count('reject')).toBe(5)
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('u')
  await expect.poll(() => count('reject')).toBe(0)
  await page.keyboard.press('u')
  await expect.poll(() => count('shortlist')).toBe(0)
})

test('all who match are decided about, in the browser or not, and the bar says that it is all', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(140)
  await store(job)
  await page.goto(`/jobs/${job.jobId}?top=0`)
  const bar = page.getByRole('region', { name: 'Selection' })
  const { table } = desk(page)
  await table.getByRole('checkbox', { name: /^Select the \d+ who match$/ }).click()
  await expect(bar).toContainText('Everyone who matches')
  const wanted = Number((await bar.innerText()).match(/(\d+) selected/)?.[1])
  expect(wanted).toBeGreaterThan(60)
  await bar.getByRole('button', { name: 'Reject' }).click()
  await page.getByRole('button', { name: `Reject ${wanted}` }).click()
  await expect.poll(() => decided(page, job.jobId, 'reject')).toBe(wanted)
  await expect(page.getByText(`${wanted} rejected`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => decided(page, job.jobId, 'reject')).toBe(0)
})
