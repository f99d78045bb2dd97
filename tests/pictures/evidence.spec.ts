import type { APIRequestContext, Locator, Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { desk } from '../e2e/desk'
import { expect, test } from '../e2e/fixtures'

test.use({ provider: 'built-in' })
test.describe.configure({ mode: 'serial' })

const job = '/jobs/4123456789'

const criteria = [
  {
    need: 'must',
    name: 'Growth or demand generation',
    kind: 'words',
    words: 'growth OR "demand generation"',
  },
  { need: 'must', name: 'Worked as a manager', kind: 'title', words: 'manager OR lead OR head', minYears: 2 },
  { need: 'must', name: 'SEO', kind: 'words', words: 'SEO OR "organic search"' },
  { need: 'nice', name: 'Lives in France', kind: 'country', words: 'France' },
  { need: 'nice', name: 'A degree in marketing', kind: 'education', words: 'marketing' },
  { need: 'nice', name: 'Paid social', kind: 'words', words: '"paid social" OR ads' },
].map((each) => ({ minYears: null, ...each }))

/** Takes a picture as it stands in the documents: of the window, or of a part. */
async function picture(page: Page, name: string, part: Page | Locator = page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  const file = `${name}-${page.viewportSize()?.width}-light.png`
  if ('goto' in part) await expect(part).toHaveScreenshot(file)
  else await expect(part).toHaveScreenshot(file)
}

const put = async (request: APIRequestContext, path: string, data: object) => {
  const answer = await request.put(`/api${job}${path}`, { data })
  expect(answer.ok()).toBe(true)
}

async function readPeople(request: APIRequestContext): Promise<string[]> {
  const answer = await request.get(`/api${job}/candidates?sort=name&limit=24`)
  return ((await answer.json()) as CandidatePage).items.map(({ applicationId }) => applicationId)
}

test('the criteria of a job, and people checked against them', async ({ page, request }) => {
  await request.patch(`/api${job}`, { data: { label: 'Growth marketer, Paris' } })
  const bought = await request.post(`/api${job}/fetches`, { data: { kind: 'next', maxCredits: 5 } })
  expect(bought.ok()).toBe(true)
  await put(request, '/criteria', { version: 0, criteria })
  await page.goto(`${job}/criteria`)
  await page.getByRole('button', { name: /^Check Growth/ }).click()
  await expect(page.getByText(/^Matches /)).toBeVisible()
  await picture(page, 'criteria')
})

test('people side by side, and by criteria on paper', async ({ page, request }) => {
  const ids = await readPeople(request)
  for (const [at, decision] of (['shortlist', 'shortlist', 'reject', 'maybe'] as const).entries())
    await put(request, `/candidates/${ids[at]}/decision`, { decision, via: 'list' })
  const { items } = (await (await request.get(`/api${job}/candidates/${ids[1]}/criteria`)).json()) as {
    items: { criterion: { id: string }; met: boolean }[]
  }
  const one = items[1]
  await put(request, `/candidates/${ids[1]}/criteria/${one?.criterion.id}`, {
    ...{ met: !one?.met, reason: 'Confirmed by phone' },
  })
  await page.goto(`${job}/compare?c=${ids.slice(0, 3).join(',')}`)
  await expect(page.getByRole('heading', { name: '3 people compared' })).toBeVisible()
  await expect(page.getByText('Confirmed by phone')).toBeVisible()
  await picture(page, 'compare')
  await page.setViewportSize({ width: 360, height: 740 })
  await picture(page, 'compare')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${job}/print?matrix=1&sort=name`)
  await expect(page.getByRole('table')).toBeVisible()
  await picture(page, 'matrix')
})

test('what people are like, and how decisions are spread', async ({ page, request }) => {
  const ids = await readPeople(request)
  for (const [at, id] of ids.slice(4).entries())
    await put(request, `/candidates/${id}/decision`, {
      ...{ decision: at % 3 === 0 ? 'shortlist' : 'reject', via: at % 2 === 0 ? 'list' : 'panel' },
    })
  await page.goto(`${job}/insights`)
  await expect(page.getByRole('region', { name: 'Ratings' })).toBeVisible()
  await picture(page, 'insights')
  await page.goto(`${job}/fairness`)
  await expect(page.getByRole('heading', { name: 'Fairness', level: 1 })).toBeVisible()
  await picture(page, 'fairness')
})

test('everyone stored, and how they leave', async ({ page }) => {
  await page.goto('/people?q=growth')
  await expect(page.locator('mark').first()).toBeVisible()
  await picture(page, 'people')
  await page.goto(`${job}?rating=GOOD_FIT,MAYBE`)
  await page.getByRole('main').press('e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: /^Export \d/ })).toBeVisible()
  await picture(page, 'export', dialog)
})

test('applicants without names, and one of them open', async ({ page, request }) => {
  const review = { scope: 'job', until: 'decided', graduationYears: 'hidden' }
  await put(request, '/blind', review)
  const undecided = `${job}?decision=none`
  await page.goto(undecided)
  const { row } = desk(page)
  const noted = page.waitForResponse(/\/opened$/)
  await row(0).click()
  await expect(page.getByRole('button', { name: 'Reveal name (logged)' }).first()).toBeVisible()
  await picture(page, 'blind')
  // Once the review has ended, nobody goes by the id that this names.
  await noted
  const ended = await request.delete(`/api${job}/blind?scope=job`)
  expect(ended.ok()).toBe(true)
})
