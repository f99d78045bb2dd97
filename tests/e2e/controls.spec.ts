import { expectAccessible } from './accessible'
import { choose } from './choose'
import { expect, test } from './fixtures'

const chunks = /\/_next\/static\/chunks\//

const screens = {
  'a desk': { viewport: { width: 1440, height: 900 } },
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on ${screen}`, () => {
    test.use({ ...options, locale: 'de-DE' })

    test(`the log is narrowed by a list and by days, typed or picked (${screen})`, async ({ page }) => {
      await page.goto('/settings/audit')
      const from = page.getByRole('textbox', { name: 'From' })
      await page.getByLabel('What').click()
      await expect(page.getByRole('option', { name: 'All activity' })).toBeFocused()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await choose(page.getByLabel('What'), 'Sign-in')
      await expect(page).toHaveURL('/settings/audit?action=sign_in')

      await from.fill('31.2.2026')
      await from.press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: 'Not a date' })).toBeVisible()
      await expectAccessible(page)
      await from.fill('2.4.26')
      await from.press('Enter')
      await expect(page).toHaveURL('/settings/audit?action=sign_in&from=2026-04-02')
      await expect(from).toHaveValue('02.04.2026')

      await page.getByRole('button', { name: 'Open the calendar: From' }).click()
      await expect(page.getByRole('button', { name: 'Donnerstag, 2. April 2026' })).toBeFocused()
      await expectAccessible(page)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/settings/audit?action=sign_in&from=2026-04-09')
      await expect(from).toHaveValue('09.04.2026')
      await page.goBack()
      await expect(from).toHaveValue('02.04.2026')
    })
  })
}

test('a select whose menu does not come says so, and opens once it is there', async ({ page, guard }) => {
  await page.goto('/settings/audit')
  const what = page.getByLabel('What')
  await expect(what).toBeVisible()
  guard.expect('lost', chunks)
  await page.route(chunks, (route) => route.abort('connectionfailed'))
  await what.click()
  await expect(page.getByText('This part did not load')).toBeVisible()
  await page.unroute(chunks)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('option', { name: 'All activity' })).toBeVisible()
})
