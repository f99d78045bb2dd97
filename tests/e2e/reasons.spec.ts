import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'

const screens = {
  'a desk': { viewport: { width: 1440, height: 900 } },
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on ${screen}`, () => {
    test.use(options)

    test(`a team keeps its own list of reasons (${screen})`, async ({ page, request }) => {
      const before = (await (await request.get('/api/reasons')).json()) as unknown
      await page.goto('/settings/reasons')
      const reasons = page.getByRole('textbox', { name: 'Reason', exact: true })
      await expect(reasons.first()).toHaveValue('Misses a stated requirement')
      await expectAccessible(page)
      const name = `Works nights only (${screen})`
      await page.getByRole('button', { name: 'Add a reason' }).click()
      await reasons.last().fill(name)
      await page.getByRole('button', { name: `Move ${name} up` }).click()
      await page.getByRole('checkbox', { name: 'A rejection needs a reason' }).check()
      await page.getByRole('button', { name: 'Save reasons' }).click()
      await expect(page.getByText('The reasons are saved.', { exact: true })).toBeAttached()
      await page.reload()
      await expect(page.getByRole('checkbox', { name: 'A rejection needs a reason' })).toBeChecked()
      await expect(page.getByRole('button', { name: `Move ${name} down` })).toBeEnabled()
      await request.put('/api/reasons', { data: before })
    })
  })
}
