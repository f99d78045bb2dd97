import type { APIRequestContext, Locator, Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { everyonePath } from '@/lib/url/opening-view'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { name, pressOn, shownId, untilBegun } from './pass'

async function matched(request: APIRequestContext, jobId: string, search: string): Promise<number> {
  const answer = await request.get(`/api/jobs/${jobId}/candidates?${search}&limit=1`)
  return ((await answer.json()) as CandidatePage).counts.matched
}

/** Goes on with a key until something has the focus, as somebody without a mouse does. */
async function stepTo(page: Page, target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 60; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
const tabTo = (page: Page, target: Locator) => stepTo(page, target, 'Tab')

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })

/** Decides by keys about everyone of these ratings, whom nobody is opened of. */
async function decideByRating(page: Page, ratings: RegExp[], key: '2' | '3', people: number) {
  const pill = page.getByRole('button', { name: /^Rating/ }).first()
  await tabTo(page, pill)
  await page.keyboard.press('Enter')
  const choices = page.getByRole('dialog', { name: 'Filter by Rating' })
  for (const rating of ratings) {
    await stepTo(page, choices.getByRole('checkbox', { name: rating }), 'ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Home')
  }
  await page.keyboard.press('Escape')
  await expect(choices).toHaveCount(0)
  const all = page.getByRole('checkbox', { name: `Select the ${people} who match` })
  await expect(all).toBeVisible()
  await page.keyboard.press('/')
  await expect(desk(page).search).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(desk(page).table.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  await expect(all).toBeFocused()
  await page.keyboard.press('Space')
  await expect(bar(page)).toContainText(`${people} selected · Everyone who matches`)
  await page.keyboard.press(key)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText(`${people} of these ${people} were opened by nobody.`)
  await tabTo(page, dialog.getByRole('button', { name: new RegExp(`^(Reject|Maybe) ${people}$`) }))
  await page.keyboard.press('Enter')
  await expect(bar(page)).toHaveCount(0)
}

test('a recruiter takes 412 applicants to a shortlist by keyboard alone', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  test.slow()
  const job = served.newJob(412)
  await store(job)
  const count = (search: string) => matched(request, job.jobId, search)
  const [notAFit, others] = [await count('rating=NOT_A_FIT'), await count('rating=MAYBE,UNRATED')]
  const good = 412 - notAFit - others
  expect(Math.min(notAFit, others, good)).toBeGreaterThan(40)
  await page.goto(`/jobs/${job.jobId}`)

  await decideByRating(page, [/^Not a fit/], '3', notAFit)
  await expect.poll(() => count('decision=reject')).toBe(notAFit)
  await decideByRating(page, [/^Not a fit/, /^Maybe/, /^Unrated/], '2', others)
  await expect.poll(() => count('decision=maybe')).toBe(others)

  // Those who are left, one at a time. A bare address would open the view that was filtered just now.
  await page.goto(everyonePath({ jobId: job.jobId, account: null }))
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await untilBegun(page)
  await expect(page).toHaveURL(new RegExp(`/jobs/${job.jobId}/triage\\?at=`))
  await expect(page.getByText(`${good} of 412 undecided`)).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(`^${await name(page).innerText()} · `))

  // Put off, moved past and undone: all of them come back.
  const first = await shownId(page)
  await pressOn(page, 's')
  await pressOn(page, 'j')
  await pressOn(page, 'k')
  await pressOn(page, '3')
  await pressOn(page, 'u')
  await expect(page.getByText(`${good} of 412 undecided`)).toBeVisible()

  let shortlisted = 0
  let maybe = 0
  let last: string | null = null
  for (let decided = 1; decided <= good; decided += 1) {
    const key = decided % 8 === 1 ? '1' : decided % 3 === 0 ? '2' : '3'
    if (key === '1') shortlisted += 1
    if (key === '2') maybe += 1
    last = await shownId(page)
    await pressOn(page, key)
  }
  expect(last).toBe(first)
  await expect(name(page)).toHaveText(new RegExp(`^${good} decided in `))
  await expect(name(page)).toBeFocused()
  const rejected = good - shortlisted - maybe
  await expect(page.getByText(`${shortlisted} shortlist, ${maybe} maybe, ${rejected} reject.`)).toBeVisible()
  await expect.poll(() => count('decision=shortlist')).toBe(shortlisted)
  await expect.poll(() => count('decision=none')).toBe(0)
  await expectAccessible(page)

  // A second look at the maybes finds one more.
  await tabTo(page, page.getByRole('link', { name: /^Second look at/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${others + maybe} of ${others + maybe} left`)).toBeVisible()
  await pressOn(page, '1')
  await expect.poll(() => count('decision=shortlist')).toBe(shortlisted + 1)
  await tabTo(page, page.getByRole('link', { name: 'Back to the list' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/jobs/${job.jobId}?decision=maybe`)

  // The shortlist, to somebody who has no account.
  await page.goto(`/jobs/${job.jobId}?decision=shortlist`)
  await expect(desk(page).table).toHaveAttribute('aria-rowcount', String(shortlisted + 2))
  await tabTo(page, page.getByRole('button', { name: 'Share', exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('button', { name: 'Create link' }))
  await page.keyboard.press('Enter')
  const url = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()
  const guest = await colleague({ storageState: { cookies: [], origins: [] } })
  await guest.goto(url)
  const people = guest.getByRole('list', { name: /^People of/ }).getByRole('heading', { level: 2 })
  await expect(people).toHaveCount(shortlisted + 1)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the same 412 are taken to a shortlist with one thumb', async ({ page, request, served, store }) => {
    test.slow()
    const job = served.newJob(412)
    await store(job)
    const count = (search: string) => matched(request, job.jobId, search)
    const good = await count('rating=GOOD_FIT')
    await page.goto(`/jobs/${job.jobId}`)
    await page.getByRole('button', { name: 'Filter and sort' }).tap()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('checkbox', { name: /^Good fit/ }).tap()
    await sheet.getByRole('button', { name: /^Show / }).tap()
    await expect(page).toHaveURL(/rating=GOOD_FIT/)
    await page.getByRole('link', { name: 'Triage' }).tap()
    await expect(page.getByText(`${good} of ${good} undecided`)).toBeVisible()
    const buttons = page.getByRole('group', { name: 'Decision' })
    const press = async (label: string) => {
      const before = await name(page).innerText()
      await buttons.getByRole('button', { name: label, exact: true }).tap()
      await expect(name(page)).not.toHaveText(before)
    }
    await press('Reject')
    await press('Undo')
    await press('To the end')
    let shortlisted = 0
    for (let decided = 1; decided <= good; decided += 1) {
      if (decided % 8 === 1) shortlisted += 1
      await press(decided % 8 === 1 ? 'Shortlist' : decided % 3 === 0 ? 'Maybe' : 'Reject')
    }
    await expect(name(page)).toHaveText(new RegExp(`^${good} decided in `))
    await expect.poll(() => count('decision=shortlist')).toBe(shortlisted)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Open the shortlist' }).tap()
    await expect(page).toHaveURL(`/jobs/${job.jobId}?decision=shortlist`)
    await expect(desk(page).table).toHaveAttribute('aria-rowcount', String(shortlisted + 1))
    await expect(desk(page).row(0)).toContainText('Shortlisted')
  })
})
