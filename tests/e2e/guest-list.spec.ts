import { readFile } from 'node:fs/promises'
import { expectAccessible } from './accessible'
import { compareTwo } from './desk'
import { expect, test } from './fixtures'
import { jobId, loaded, make, person, phone } from './guest-desk'

test.use({ provider: 'built-in' })

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
