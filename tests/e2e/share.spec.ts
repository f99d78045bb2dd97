import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { NewShareLink, ShareLinkRequest } from '@/lib/contracts/share-link'
import { expectAccessible } from './accessible'
import { choose } from './choose'
import { compareTwo, desk } from './desk'
import { expect, test } from './fixtures'

test.use({ provider: 'built-in' })

const jobId = '4123456789'
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

async function loaded(request: APIRequestContext): Promise<CandidatePage> {
  const read = async () =>
    (await (await request.get(`/api/jobs/${jobId}/candidates?limit=200`)).json()) as CandidatePage
  let page = await read()
  while (page.items.length < 60) {
    const data = { kind: 'next', maxCredits: 5 }
    expect((await request.post(`/api/jobs/${jobId}/fetches`, { data })).status()).toBe(200)
    page = await read()
  }
  return page
}

async function make(request: APIRequestContext, told: Partial<ShareLinkRequest> = {}): Promise<NewShareLink> {
  const data: ShareLinkRequest = {
    ...{ jobId, account: null, kind: 'live', view: '', applicationIds: null, title: 'For the hiring team' },
    fields: { names: false, message: true, descriptions: true, profileLinks: false },
    ...{ days: 14, passcode: null, mayRespond: true },
    ...told,
  } as ShareLinkRequest
  const answer = await request.post('/api/share-links', { data })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as NewShareLink
}

const opened = (page: Page) => page.getByRole('list', { name: /^People of/ })
const person = (page: Page, at: number) =>
  opened(page).getByRole('heading', { level: 2 }).nth(at).getByRole('button')

test('a recruiter shares a view, and a vote on it comes back to their rows', async ({ page, colleague }) => {
  await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('For Hana')
  await dialog.getByRole('checkbox', { name: 'Names' }).uncheck()
  await expect(dialog.getByRole('checkbox', { name: /^Links to profiles/ })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const url = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()
  expect(url).toMatch(/\/s\/[\w-]{32}$/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()

  const guest = await colleague()
  await guest.goto(url)
  await expect(person(guest, 0)).toBeVisible()
  await person(guest, 0).press('Enter')
  const form = guest.getByRole('form')
  await form.getByRole('radio', { name: 'Yes' }).check()
  await form.getByLabel(/^Comment/).fill('Strong in analytics.')
  await form.getByLabel('Your name').fill('Hana Beispiel')
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(form.getByRole('button', { name: 'Take back' })).toBeVisible()
  await expect(opened(guest).getByText('You: yes')).toBeVisible()
  await guest.reload()
  await expect(opened(guest).getByText('You: yes')).toBeVisible()

  await page.reload()
  await expect(desk(page).row(0)).toContainText('1 yes')
  await desk(page).toggle(0).click()
  const said = page.getByRole('region', { name: 'What guests said' })
  await expect(said).toContainText('Hana Beispiel · Yes')
  await expect(said).toContainText('Strong in analytics.')
  await expect(said).toContainText('For Hana')
})

test('a vote is sent when it is pressed, and a comment that is not sent waits', async ({
  page,
  colleague,
}) => {
  await loaded(page.request)
  const { token } = await make(page.request)
  const guest = await colleague(phone)
  await guest.goto(`/s/${token}`)
  await person(guest, 0).press('Enter')
  const form = guest.getByRole('form')
  await form.getByLabel(/^Comment/).fill('Half a thought')
  await form.getByRole('radio', { name: 'Maybe' }).check()
  await expect(form.getByRole('status')).toContainText('Add your name to send your vote.')
  await person(guest, 0).press('Enter')
  await expect(form).toBeHidden()
  await person(guest, 0).press('Enter')
  await expect(form.getByLabel(/^Comment/)).toHaveValue('Half a thought')
  await expect(form.getByRole('radio', { name: 'Maybe' })).toBeChecked()
  await form.getByLabel(/^Comment/).fill('')
  await form.getByLabel('Your name').fill('Hana Beispiel')
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(opened(guest).getByText('You: maybe')).toBeVisible()
  await form.getByLabel(/^Comment/).fill('A whole thought')
  await form.getByRole('radio', { name: 'No' }).check()
  await expect(opened(guest).getByText('You: no')).toBeVisible()
  await expect(form.getByRole('status')).toContainText('Your comment is not sent yet')
  await guest.reload()
  await expect(opened(guest).getByText('You: no')).toBeVisible()
})

test('the focus goes into a comparison and back, and Escape leaves it', async ({ page, colleague }) => {
  await loaded(page.request)
  const { token } = await make(page.request)
  const guest = await colleague()
  await guest.goto(`/s/${token}`)
  const boxes = guest.getByRole('checkbox', { name: /^Compare / })
  for (const at of [0, 1, 2]) await boxes.nth(at).check()
  const compare = guest.getByRole('button', { name: 'Compare 3' })
  const leave = [
    () => guest.keyboard.press('Escape'),
    () => guest.getByRole('button', { name: 'Back to the list' }).click(),
    () => guest.goBack(),
  ]
  for (const way of leave) {
    await compare.press('Enter')
    await expect(guest.getByRole('heading', { name: '3 people compared' })).toBeFocused()
    await way()
    await expect(compare).toBeFocused()
  }
  await compare.press('Enter')
  await guest
    .getByRole('button', { name: /^Take .* out/ })
    .first()
    .click()
  await expect(guest.getByRole('heading', { name: '2 people compared' })).toBeFocused()
})

test('those who are selected are shared as they are', async ({ page, colleague }) => {
  const { items } = await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  for (const at of [0, 2]) await desk(page).row(at).getByRole('checkbox').click()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /^Only the 2 people/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const guest = await colleague()
  await guest.goto(await dialog.getByRole('textbox', { name: 'The link' }).inputValue())
  await expect(person(guest, 1)).toHaveText(items[2]?.fullName ?? '')
  await expect(opened(guest).getByRole('heading', { level: 2 })).toHaveCount(2)
})

test('an addressed link says what is asked; nobody’s vote shows to who has not voted; the team hears who is done', async ({
  page,
  colleague,
}) => {
  await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  for (const at of [0, 1, 2]) await desk(page).row(at).getByRole('checkbox').click()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Three to meet')
  await dialog.getByLabel(/^For/).fill('Hana Beispiel')
  await dialog.getByLabel(/^Note to them/).fill('Who should we meet first?')
  await choose(dialog.getByRole('combobox', { name: 'Answer within' }), '3 days')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const url = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()

  const vote = async (guest: Page, word: string, name: string, comment: string) => {
    await person(guest, 0).press('Enter')
    const form = guest.getByRole('form')
    await form.getByRole('radio', { name: word }).check()
    await form.getByLabel(/^Comment/).fill(comment)
    await form.getByLabel('Your name').fill(name)
    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form.getByRole('button', { name: 'Take back' })).toBeVisible()
  }
  const [vera, hana] = [await colleague(), await colleague(phone)]
  await vera.goto(url)
  await vote(vera, 'Yes', 'Vera Voter', 'A wonderful letter')

  await hana.goto(url)
  const asked = hana.getByRole('region', { name: 'What you are asked' })
  await expect(asked).toContainText('For Hana Beispiel')
  await expect(asked).toContainText('Who should we meet first?')
  await expect(asked).toContainText(/Please answer by .* You voted on 0 of 3/)
  await person(hana, 0).press('Enter')
  await expect(hana.getByRole('form')).toBeVisible()
  const html = await hana.content()
  for (const text of ['Vera Voter', 'A wonderful letter', '1 yes']) expect(html).not.toContain(text)
  await expectAccessible(hana)
  await person(hana, 0).press('Enter')
  await vote(hana, 'No', 'Hana', 'Rather not')
  await expect(asked).toContainText('You voted on 1 of 3')
  await asked.getByRole('button', { name: 'Tell the team you’re done' }).click()
  await expect(asked).toContainText('The hiring team knows that you are done.')
  await expectAccessible(hana)
  expect(await hana.content()).not.toContain('Vera Voter')

  await page.goto('/settings/links')
  const row = page.getByRole('listitem').filter({ hasText: 'Three to meet' })
  await expect(row).toContainText('Voted on 1 of 3')
  await expect(row).toContainText('Done: Hana')
  await expectAccessible(page)
})

for (const [screen, options] of Object.entries({ 'a desk': {}, 'a phone': phone })) {
  test(`a guest searches, filters, opens and compares on ${screen}`, async ({ page, colleague }) => {
    await loaded(page.request)
    const { token } = await make(page.request)
    const guest = await colleague(options)
    await guest.goto(`/s/${token}`)
    await expect(person(guest, 0)).toBeVisible()
    const wide = await guest.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(wide, 'nothing is wider than the screen').toBe(true)

    await person(guest, 0).click()
    await expect(guest.getByRole('region', { name: /^Career of/ })).toBeVisible()

    await guest.getByRole('searchbox').fill('zeppelin')
    await expect(guest.getByRole('heading', { name: 'Nobody here matches' })).toBeVisible()
    await guest.getByRole('button', { name: 'Show everyone' }).click()
    await expect(person(guest, 0)).toBeVisible()

    if (screen === 'a phone') await guest.getByRole('button', { name: 'Filter and sort' }).click()
    else await guest.getByRole('button', { name: 'Rating', exact: true }).click()
    const filters = guest.getByRole('dialog')
    await filters.getByRole('checkbox', { name: /^Maybe/ }).press('Space')
    await expect(guest).toHaveURL(/rating=MAYBE/)
    await guest.keyboard.press('Escape')
    await expect(filters).toBeHidden()
    await expect(guest.getByText(/\d+ of \d+ people/)).toBeVisible()

    await compareTwo(guest, [0, 1])
    await guest.goBack()
    await expect(person(guest, 0)).toBeVisible()
  })

  test(`everyone can use a guest’s list, somebody open, and a comparison on ${screen}`, async ({
    page,
    colleague,
  }) => {
    const { items } = await loaded(page.request)
    const applicationIds = items.slice(0, 3).map(({ applicationId }) => applicationId)
    const { token } = await make(page.request, { kind: 'frozen', applicationIds })
    const guest = await colleague(options)
    await guest.goto(`/s/${token}`)
    await person(guest, 0).click()
    await expect(guest.getByRole('region', { name: /^Career of/ })).toBeVisible()
    await expectAccessible(guest)
    await compareTwo(guest, [0, 1])
    await expectAccessible(guest)
  })
}

test('a passcode stands before the list, and a revoked link opens nothing, at once', async ({
  page,
  colleague,
  guard,
}) => {
  await loaded(page.request)
  const { token } = await make(page.request, { passcode: 'open sesame', title: 'To be revoked' })
  const guest = await colleague(phone)
  guard.expect(403, /\/passcode$/)
  await guest.goto(`/s/${token}`)
  await expect(guest.getByRole('heading', { name: /passcode/ })).toBeVisible()
  await expectAccessible(guest)
  await guest.getByLabel('Passcode').fill('wrong one')
  await guest.keyboard.press('Enter')
  await expect(guest.getByRole('alert').filter({ hasText: 'The passcode is wrong' })).toBeVisible()
  await guest.getByLabel('Passcode').fill('open sesame')
  await guest.keyboard.press('Enter')
  await expect(person(guest, 0)).toBeVisible()

  await page.goto('/settings/links')
  const row = page.getByRole('listitem').filter({ hasText: 'To be revoked' })
  await expect(row).toContainText('Opened by 1 browser')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')

  guard.expect(404, /\/s\//)
  await guest.getByRole('searchbox').fill('growth')
  await expect(guest.getByRole('heading', { name: 'This link isn’t available' })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'This link isn’t available' })).toBeVisible()
  await expectAccessible(guest)
})

test('no page of a guest holds what is hidden, neither as HTML nor as what scripts read', async ({
  page,
  request,
}) => {
  const { items } = await loaded(page.request)
  const fields = { names: false, message: false, descriptions: false, profileLinks: true }
  const { token } = await make(page.request, { fields })
  const locked = await make(page.request, { fields: { ...fields, names: true }, passcode: 'open sesame' })
  const hidden = items.flatMap((one) => [
    ...[one.applicationId, one.publicIdentifier, one.fullName, one.lastName, one.topChoiceMessage],
    ...one.experiences.flatMap(({ description, companyUrl }) => [description, companyUrl]),
  ])
  // A family name that is a word of the page's own would be found there; a number of few digits anywhere.
  const told = [...new Set(hidden)].filter((text) => text !== null && text.length > 5) as string[]
  expect(told.length).toBeGreaterThan(100)
  const first = items[0]
  for (const [path, extra] of [
    [`/s/${token}`, []],
    [`/s/${token}?q=${encodeURIComponent('growth')}&sort=name`, []],
    [`/s/${token}?sort=-seen&new=1&seen=2026-01-01`, []],
    [`/s/${locked.token}`, items.flatMap(({ headline, location }) => [headline, location])],
  ] as const) {
    for (const headers of [{ accept: 'text/html' }, { rsc: '1' }] as Record<string, string>[]) {
      const answer = await request.get(path, { headers })
      expect(answer.status()).toBe(200)
      const text = await answer.text()
      for (const one of [...told, jobId, 'credits', ...extra]) {
        if (one !== null && one.length > 5) expect(text.includes(one), `${one} in ${path}`).toBe(false)
      }
    }
  }
  expect(first).toBeDefined()
})

test('links that are wrong, malformed, expired or revoked get the same page', async ({ page, request }) => {
  await loaded(page.request)
  const { token, link } = await make(page.request)
  await page.request.delete(`/api/share-links/${link.id}`)
  const ask = async (asked: string) => {
    const answer = await request.get(`/s/${asked}`)
    const text = (await answer.text())
      .replaceAll(asked, 'TOKEN')
      // What differs between any two answers of one page.
      .replace(/nonce(=\\?"|\\?":\\?")[^"\\]*/g, 'nonce')
    // The framework numbers the rows of its data as they become ready: what they say is compared without that.
    const script = /<script\b[^>]*>.*?<\/script>/gs
    const words = [...new Set((text.match(script) ?? []).join('').match(/[A-Za-z_-]{4,}/g))].sort()
    const headers = Object.entries(answer.headers())
      .filter(([name]) => name !== 'date' && name !== 'content-security-policy' && name !== 'etag')
      .map(([name, value]) => [
        name,
        name === 'content-length' ? '' : value.replace(/nonce="[^"]*/g, 'nonce'),
      ])
    return { status: answer.status(), headers, text: text.replace(script, ''), words }
  }
  const revoked = await ask(token)
  expect(revoked.status).toBe(404)
  expect(revoked.words).toContain('available')
  for (const wrong of ['A'.repeat(32), 'zqzqz', 'x.qz', 'a'.repeat(300)])
    expect(await ask(wrong)).toEqual(revoked)
  expect(await readFile('public/robots.txt', 'utf8')).toContain('Disallow: /')
})
