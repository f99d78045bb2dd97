import type { Locator, Page } from '@playwright/test'
import { choose } from '../e2e/choose'
import { compareTwo, desk } from '../e2e/desk'
import { expect, test as base } from '../e2e/fixtures'

const big = '4100000412'
const small = '4123456789'

// The codes that have words of their own, by the fault that brings them about.
const failures = [
  ['key-refused', 'The key is refused', 502],
  ['account-inactive', 'The account is disconnected', 502],
  ['account-unknown', 'The account is unknown', 502],
  ['call-unknown', 'The action is unknown', 502],
  ['job-unknown', 'The parameters are refused', 404],
  ['credits-out', 'The credits have run out', 402],
  ['slow-down', 'Too many requests, wait 90 seconds', 429],
  ['provider-fails', 'The provider fails', 502],
  ['undocumented', 'An error nobody has documented', 502],
  ['edge', 'A proxy refuses with a page (403)', 502],
  ['answer-lost', 'The connection breaks after billing', 504],
] as const

type Fixtures = {
  /** Takes the picture of a screen, named after it, the width and the colours. */
  picture: (name: string) => Promise<void>
  /** The same of a part of it. */
  detail: (name: string, part: Locator) => Promise<void>
  phone: boolean
}

const test = base.extend<Fixtures>({
  phone: async ({ viewport }, use) => use((viewport?.width ?? 0) < 700),
  picture: async ({ page }, use, info) => {
    await use(async (name) => {
      await page.evaluate(() => document.fonts.ready)
      await page.mouse.move(0, 0)
      await expect(page).toHaveScreenshot(`${name}-${info.project.name}.png`)
    })
  },
  detail: async ({ page }, use, info) => {
    await use(async (name, part) => {
      await page.evaluate(() => document.fonts.ready)
      await expect(part).toHaveScreenshot(`${name}-${info.project.name}.png`)
    })
  },
})

test.use({ provider: 'built-in' })
test.describe.configure({ mode: 'serial' })

const fetched = async (page: Page, jobId: string, pages: number) => {
  for (let at = 0; at < pages; at += 1) {
    const answer = await page.request.post(`/api/jobs/${jobId}/fetches`, {
      data: { kind: 'next', maxCredits: 5 },
    })
    expect(answer.ok()).toBe(true)
  }
}

const fault = async (page: Page, name: string, times = 1) => {
  await page.goto('/sandbox')
  await choose(page.getByLabel('Error'), name)
  await page.getByLabel('How many calls').fill(String(times))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText(/^Turned on for the next/).first()).toBeVisible()
}

test('before anything was opened', async ({ page, picture }) => {
  await page.goto('/')
  await picture('jobs-none')
})

test('a job with nothing loaded', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}`)
  await picture('job-nothing-loaded')
})

test('a job with part of its applicants', async ({ page, picture }) => {
  await page.request.patch(`/api/jobs/${small}`, { data: { label: 'Growth marketer, Paris' } })
  await fetched(page, small, 1)
  await page.goto(`/jobs/${small}`)
  await expect(desk(page).row(0)).toBeVisible()
  await picture('job-list')
})

test('a person open', async ({ page, picture }) => {
  // By name: the first are of scripts that every machine has letters for. Of these one with several jobs.
  await page.goto(`/jobs/${small}?sort=name`)
  await expect(desk(page).row(4)).toBeVisible()
  await desk(page).toggle(4).click()
  await expect(page.locator('[data-panel]')).toBeVisible()
  await picture('job-person-open')
})

test('a search, and what it found out of sight', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}?q=growth&sort=-years`)
  await expect(desk(page).row(0)).toBeVisible()
  await picture('job-search')
})

test('the filters', async ({ page, picture, phone }) => {
  await page.goto(`/jobs/${small}?rating=GOOD_FIT,MAYBE`)
  await page.getByRole('button', { name: phone ? /^Filter and sort/ : 'Company' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeAttached()
  await picture('job-filters')
})

test('what a guest is shown: the form, their list, two side by side', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}?rating=GOOD_FIT,MAYBE`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Growth marketer: who we would meet')
  await dialog.getByRole('checkbox', { name: 'Names' }).uncheck()
  await picture('share')
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const link = dialog.getByRole('textbox', { name: 'The link' })
  await expect(link).toBeVisible()
  await page.goto(await link.inputValue())
  const people = page.getByRole('list', { name: /^People of/ })
  await people.getByRole('heading', { level: 2 }).first().getByRole('button').click()
  await expect(page.getByRole('region', { name: /^Career of/ })).toBeVisible()
  await picture('guest')
  await compareTwo(page, [1, 2])
  await picture('guest-compare')
})

test('the display options', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}`)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(page.getByRole('dialog', { name: 'Display options' })).toBeVisible()
  await picture('job-display')
})

test('compact rows and a selection', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}?density=compact&career=20`)
  for (const at of [0, 2, 3]) await desk(page).row(at).getByRole('checkbox').click()
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('3 selected')
  await picture('job-selection')
})

test('nobody matches', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}?q=zeppelin`)
  await expect(page.getByRole('heading', { name: /^No match/ })).toBeVisible()
  await picture('job-no-match')
})

test('a load that was refused', async ({ page, picture, guard }) => {
  await fault(page, 'The credits have run out')
  guard.expect(402, /fetches$/)
  await page.goto(`/jobs/${small}`)
  await desk(page).load.first().click()
  await expect(desk(page).failure).toBeVisible()
  await picture('job-refused')
})

test('a load whose answer was lost', async ({ page, picture, guard }) => {
  await fault(page, 'The answer breaks off')
  guard.expect(504, /fetches$/)
  await page.goto(`/jobs/${small}`)
  await desk(page).load.first().click()
  await expect(desk(page).failure).toBeVisible()
  await picture('job-lost-answer')
})

for (const [name, kind, status] of failures) {
  test(`what a reader is told: ${name}`, async ({ page, detail, guard }) => {
    // A provider that fails is asked twice more by itself.
    await fault(page, kind, kind === 'The provider fails' ? 3 : 1)
    guard.expect(status, /fetches$/)
    // Seconds that are counted down stand still.
    await page.clock.setFixedTime(new Date())
    await page.goto(`/jobs/${small}`)
    await desk(page).load.first().click()
    await expect(desk(page).failure).toBeVisible()
    await detail(`failure-${name}`, desk(page).failure)
  })
}

test('a link to someone not loaded', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}/candidates/999`)
  await expect(page.getByRole('region', { name: 'The person of this link' })).toBeVisible()
  await picture('job-person-not-loaded')
})

test('nobody applied', async ({ page, picture }) => {
  await fetched(page, '4100000000', 1)
  await page.goto('/jobs/4100000000')
  await picture('job-nobody')
})

test('a long list, in the middle', async ({ page, picture }) => {
  await fetched(page, big, 9)
  const { items } = (await (await page.request.get(`/api/jobs/${big}/candidates?at=250&limit=1`)).json()) as {
    items: { applicationId: string }[]
  }
  await page.goto(`/jobs/${big}/candidates/${items[0]?.applicationId}`)
  await expect(page.locator('[data-panel]')).toBeVisible()
  await picture('job-person-link')
})

test('recent jobs', async ({ page, picture }) => {
  await page.goto('/')
  await picture('jobs')
})

test('where the credits went', async ({ page, picture }) => {
  await page.goto('/credits')
  await picture('credits')
})

test('a question before a dear press', async ({ page, picture }) => {
  await page.goto('/')
  await page.evaluate(() => localStorage.setItem('shortlist:ask-above', '0'))
  await page.getByRole('button', { name: /^Check (all|this)/ }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await picture('jobs-ask')
})

test('an address with nothing at it', async ({ page, picture, guard }) => {
  guard.expect(404, /nothing/)
  await page.goto('/nothing/here')
  await picture('not-found')
})

test('the sandbox', async ({ page, picture }) => {
  await page.goto('/sandbox')
  await picture('sandbox')
})

test('triage, one person at a time', async ({ page, picture }) => {
  await page.goto(`/jobs/${big}/triage?rating=GOOD_FIT`)
  await expect(page.getByRole('group', { name: 'Decision' })).toBeVisible()
  await expect(page.getByText(/ undecided$/)).toBeVisible()
  await picture('triage')
})

test('many decided about at once', async ({ page, picture, phone }) => {
  await page.goto(`/jobs/${small}?sort=name&rating=NOT_A_FIT`)
  for (const at of [0, 1, 2]) await desk(page).row(at).getByRole('checkbox').check()
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('3 selected')
  if (phone) await bar.getByRole('button', { name: 'Reject' }).click()
  else await page.keyboard.press('3')
  await expect(page.getByRole('alertdialog')).toContainText('opened by nobody')
  await picture('bulk')
})

test('what to do next, in the inbox', async ({ page, picture }) => {
  const { items } = (await (
    await page.request.get(`/api/jobs/${small}/candidates?sort=name&limit=3`)
  ).json()) as { items: { applicationId: string }[] }
  const { id } = (await (await page.request.get('/api/me')).json()) as { id: string }
  const texts = ['Call about the start date', 'Send the task', 'Ask Ines for a second look']
  for (const [at, text] of texts.entries()) {
    const about = `/api/jobs/${small}/candidates/${encodeURIComponent(items[at]?.applicationId ?? '')}`
    const data = { text, dueOn: '2026-01-15', assignee: id }
    expect((await page.request.put(`${about}/next-action`, { data })).status()).toBe(200)
  }
  await page.goto('/inbox')
  await expect(page.getByText('Send the task')).toBeVisible()
  await picture('inbox')
})

test('two who decide about one person', async ({ page, picture, guard }) => {
  guard.expect(409, /decision$/)
  await page.route('**/events*', (route) => route.abort())
  await page.goto(`/jobs/${small}?sort=name`)
  const row = desk(page).row(4)
  await expect(row).toBeVisible()
  const { items } = (await (
    await page.request.get(`/api/jobs/${small}/candidates?sort=name&limit=5`)
  ).json()) as { items: { applicationId: string }[] }
  const put = `/api/jobs/${small}/candidates/${encodeURIComponent(items[4]?.applicationId ?? '')}/decision`
  expect((await page.request.put(put, { data: { decision: 'shortlist' } })).status()).toBe(200)
  await row.hover()
  await row.getByRole('button', { name: /^Decide about/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByRole('button', { name: 'Keep theirs' })).toBeVisible()
  await picture('clash')
})

test('the palette', async ({ page, picture }) => {
  await page.goto(`/jobs/${small}?sort=name`)
  await expect(desk(page).row(0)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await picture('palette')
})
