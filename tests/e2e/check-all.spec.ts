import type { Page } from '@playwright/test'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { expectAccessible } from './accessible'
import { expect, secrets, test as base } from './fixtures'
import { setUp } from './people'
import { makeDataDir, startServer } from './server'

/** Jobs of a server that has no others: how many there are to check is part of what is tested. */
type Team = { sandbox: Sandbox; jobs: string[]; open: (count: number) => Promise<void> }

const test = base.extend<{ team: Team }>({
  team: async ({ context, guard, page }, use) => {
    const data = await makeDataDir()
    const sandbox = createSandbox({ apiKey: secrets.RECRUITER_API_KEY, accounts: [secrets.mainAccount] })
    const upstream = await serveSandbox(sandbox)
    const server = startServer({
      RECRUITER_API_URL: upstream.url,
      RECRUITER_API_KEY: secrets.RECRUITER_API_KEY,
      RECRUITER_ACCOUNTS: `main=${secrets.mainAccount}`,
      SETUP_TOKEN: secrets.SETUP_TOKEN,
      DATA_DIR: data.path,
    })
    try {
      const url = await server.ready
      guard.move(url)
      await setUp(page.request, secrets.SETUP_TOKEN, url)
      const jobs: string[] = []
      await use({
        sandbox,
        jobs,
        async open(count) {
          for (let at = 0; at < count; at += 1) {
            const jobId = `41000000${20 + at}`
            const answer = await page.request.post(`${url}/api/jobs/${jobId}/fetches`, {
              data: { kind: 'next', maxCredits: 5 },
            })
            expect(answer.ok()).toBe(true)
            jobs.push(jobId)
          }
          await page.goto(url)
        },
      })
      await context.close()
      server.terminate()
      await server.exited
    } finally {
      await upstream.close()
      await data.remove()
    }
  },
})

const rowOf = (page: Page, jobId: string) =>
  page.getByRole('list', { name: 'Recent jobs' }).getByRole('listitem').filter({ hasText: jobId })

test('one press checks all jobs at the price on it, and each row says what was found', async ({
  page,
  team: { sandbox, jobs, open },
}) => {
  await open(3)
  const [first = '', second = '', third = ''] = jobs
  const seen = await page.request.post(`${new URL(page.url()).origin}/api/jobs/${first}/visits`, {
    data: { applicationIds: [] },
  })
  expect(seen.ok()).toBe(true)
  sandbox.change(first, { kind: 'apply', count: 2, at: 'front' })
  const before = sandbox.stats()
  await page.getByRole('button', { name: 'Check all 3 jobs 3 credits' }).click()
  await expect(
    page.getByText('3 jobs checked, 2 new. 3 credits charged.', { exact: true }).first(),
  ).toBeVisible()
  await expect(rowOf(page, first)).toContainText('Checked: 2 new')
  await expect(rowOf(page, first)).toContainText('22 of 22 loaded')
  await expect(rowOf(page, first)).toContainText('3 credits')
  await expect(rowOf(page, first)).toContainText(/2 new\s*since your last visit/)
  await expect(rowOf(page, second)).toContainText('Checked: Nothing new')
  await expect(rowOf(page, third)).toContainText('Checked: Nothing new')
  const after = sandbox.stats()
  expect([after.calls - before.calls, after.creditsCharged - before.creditsCharged]).toEqual([3, 3])
  await expect(page.getByRole('banner')).toContainText('3 in this visit')
  await expectAccessible(page)
})

test('above the reader’s own limit a press asks first, and only its answer spends', async ({
  page,
  guard,
  team: { sandbox, open },
}) => {
  await open(2)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Credits' }).click()
  const limit = page.getByLabel('Confirm before spending more than')
  await limit.fill('1')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click()
  const { calls } = sandbox.stats()
  const press = page.getByRole('button', { name: 'Check all 2 jobs 2 credits' })
  await press.click()
  const question = page.getByRole('alertdialog', { name: 'Check all 2 jobs?' })
  await expect(question).toContainText('over 1 credit.')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(press).toBeFocused()
  expect(sandbox.stats().calls).toBe(calls)
  expect(guard.spends).toEqual([])
  await press.click()
  await question.getByRole('button', { name: 'Check all 2 jobs 2 credits' }).click()
  await expect(page.getByText(/^2 jobs checked, nobody new\./).first()).toBeVisible()
  expect(sandbox.stats().calls).toBe(calls + 2)
})

test('what stops one job does not stop the others; what stops all is said once, and nothing is spent on the rest', async ({
  page,
  guard,
  team: { sandbox, jobs, open },
}) => {
  await open(3)
  // The list shows what was used last first.
  const [third = '', second = '', first = ''] = jobs
  sandbox.addFault({ kind: 'INVALID_PARAMS', jobId: first })
  sandbox.addFault({ kind: 'INSUFFICIENT_CREDITS', jobId: second })
  guard.expect(404, /\/fetches$/)
  guard.expect(402, /\/fetches$/)
  const { creditsCharged } = sandbox.stats()
  await page.getByRole('button', { name: /^Check all 3 jobs/ }).click()
  await expect(page.getByRole('main').getByText(/Stopped before 1 job\./)).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByRole('paragraph')
      .filter({ hasText: /^0 jobs checked/ }),
  ).toContainText('The provider’s credits have run out.')
  await expect(rowOf(page, first)).toContainText(
    'The provider refused this load. The job may have been closed',
  )
  await expect(rowOf(page, second)).toContainText('The next call needed 1 credit')
  await expect(rowOf(page, third)).not.toContainText('Checked')
  expect(sandbox.stats().creditsCharged).toBe(creditsCharged)
  await expectAccessible(page)
})

test('a run can be stopped between two jobs', async ({ page, team: { sandbox, open } }) => {
  await open(4)
  sandbox.setLatency([1_500, 1_500])
  await page.getByRole('button', { name: /^Check all 4 jobs/ }).click()
  await expect(page.getByText(/^Checking 1 of 4 jobs\./)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(
    page.getByRole('main').getByText(/^1 job checked, nobody new\. Stopped before 3 jobs\./),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('button', { name: 'Check all 4 jobs 4 credits' })).toBeVisible()
})

test('an answer that is lost ends the run: no other is risked', async ({
  page,
  guard,
  team: { sandbox, jobs, open },
}) => {
  await open(2)
  const [second = '', first = ''] = jobs
  sandbox.addFault({ kind: 'truncated', jobId: first })
  guard.expect(504, /\/fetches$/)
  const { callsByJob } = sandbox.stats()
  await page.getByRole('button', { name: /^Check all 2 jobs/ }).click()
  await expect(rowOf(page, first)).toContainText('You may have been charged')
  await expect(
    page.getByRole('main').getByText(/Stopped before 1 job\. 0 credits charged, 1 possibly\./),
  ).toBeVisible()
  expect(sandbox.stats().callsByJob[second]).toBe(callsByJob[second])
})
