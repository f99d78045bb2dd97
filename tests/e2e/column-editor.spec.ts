import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'

const editor = (page: Page) => {
  const options = page.getByRole('dialog', { name: 'Display options' })
  const list = options.getByRole('list', { name: 'Columns' })
  return {
    options,
    rows: list.getByRole('listitem'),
    names: () => list.getByRole('button', { expanded: false }).allTextContents(),
    lifted: list.locator('[data-dragging]'),
    handle: (label: string) => list.getByRole('button', { name: `Move ${label}`, exact: true }),
    button: (name: string) => list.getByRole('button', { name, exact: true }),
  }
}

// Off until a reader turns them on.
const fromMarks = ['Tags', 'Newest note', 'Next action']
const usual = ['Rating', 'Decision', 'Now', 'Experience', 'Career', 'Location', 'Added', ...fromMarks]
const moved = ['Rating', 'Decision', 'Experience', 'Career', 'Now', 'Location', 'Added', ...fromMarks]

test.beforeEach(async ({ page, served, store }) => {
  const job = served.newJob(20)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(editor(page).rows).toHaveCount(usual.length)
})

test('a column is moved by the keyboard, announced at each step, and Escape puts it back', async ({
  page,
}) => {
  const { options, names, handle, lifted } = editor(page)
  const said = (text: string) => expect(options.getByText(text, { exact: true })).toBeAttached()
  await handle('Now').focus()
  await expect(handle('Now')).toHaveAccessibleDescription(
    /press Space or Enter, then the up and down arrow keys/,
  )
  await page.keyboard.press('Space')
  await said('Picked up Now, position 3 of 10.')
  await expect(lifted).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await said('Now is at position 4 of 10.')
  await page.keyboard.press('ArrowDown')
  await said('Now is at position 5 of 10.')
  await page.keyboard.press('Space')
  await said('Now dropped at position 5 of 10.')
  expect(await names()).toEqual(moved)
  await expect(handle('Now')).toBeFocused()

  await page.keyboard.press('Space')
  await expect(lifted).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await said('Now is at position 4 of 10.')
  await page.keyboard.press('Escape')
  await said('Move cancelled. Now is back at position 5 of 10.')
  expect(await names()).toEqual(moved)
  await page.keyboard.press('Escape')
  await expect(options).toBeHidden()
  await expect(page.getByRole('button', { name: 'Display' })).toBeFocused()
})

test('a column is dragged by its handle', async ({ page }) => {
  const { names, handle } = editor(page)
  // Waits until the list has come to rest.
  await handle('Now').hover()
  const from = await handle('Now').boundingBox()
  const to = await handle('Career').boundingBox()
  if (!from || !to) throw new Error('The handles are not in sight')
  await page.mouse.move(from.x + 16, from.y + 16)
  await page.mouse.down()
  await page.mouse.move(from.x + 16, from.y + 24, { steps: 3 })
  await page.mouse.move(to.x + 16, to.y + 18, { steps: 6 })
  await page.mouse.up()
  await expect.poll(names).toEqual(moved)
  const headers = page.getByRole('columnheader')
  await expect(headers.filter({ hasText: 'Experience' })).toHaveAttribute('aria-colindex', '5')
})

test('what is hidden stays where it was until it is shown again', async ({ page }) => {
  const { names, button } = editor(page)
  const now = page.getByRole('columnheader', { name: 'Now' })
  await expect(button('Show Now')).toHaveAttribute('aria-pressed', 'true')
  await button('Show Now').click()
  await expect(button('Show Now')).toHaveAttribute('aria-pressed', 'false')
  await expect(button('Show Now')).toBeFocused()
  await expect(now).toHaveCount(0)
  await expect(button('Pin Now')).toHaveCount(0)
  expect(await names()).toEqual(usual)
  await button('Show Now').click()
  await expect(now).toHaveAttribute('aria-colindex', '5')
})

test('single presses move a column and set its width, and keep the focus', async ({ page }) => {
  const { button, options } = editor(page)
  const rating = page.getByRole('columnheader', { name: 'Rating' })
  const width = async () => Math.round((await rating.boundingBox())?.width ?? 0)
  await button('Rating').click()
  await button('Make Rating wider').click()
  await expect.poll(width).toBe(140)
  await expect(button('Automatic width of Rating')).toHaveAttribute('aria-pressed', 'false')
  await button('Automatic width of Rating').click()
  await expect.poll(width).toBe(108)
  await button('Move Rating down').click()
  await expect(button('Move Rating down')).toBeFocused()
  await expect(rating).toHaveAttribute('aria-colindex', '4')
  await expect(button('Move Rating up')).toBeEnabled()
  await options.getByRole('button', { name: 'Reset' }).click()
  await expect(rating).toHaveAttribute('aria-colindex', '3')
  await expect(button('Move Rating up')).toHaveAttribute('aria-disabled', 'true')
})

for (const [screen, viewport] of Object.entries({
  'at 360 pixels': { width: 360, height: 740 },
  'at 400 % of a desk': { width: 320, height: 256 },
})) {
  test.describe(screen, () => {
    test.use({ viewport })

    test(`every control of a column can be reached and read (${screen})`, async ({ page }) => {
      const { options, handle, button, names, lifted } = editor(page)
      const box = await options.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width)
      expect(await options.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      await button('Now').click()
      await button('Move Now down').click()
      await button('Now').click()
      await handle('Added').focus()
      await expect(handle('Added')).toBeInViewport()
      await page.keyboard.press('Space')
      await expect(options.getByText('Picked up Added, position 7 of 10.', { exact: true })).toBeAttached()
      await expect(lifted).toHaveCount(1)
      await page.keyboard.press('ArrowUp')
      await expect(options.getByText('Added is at position 6 of 10.', { exact: true })).toBeAttached()
      await page.keyboard.press('Space')
      await expect
        .poll(names)
        .toEqual(['Rating', 'Decision', 'Experience', 'Now', 'Career', 'Added', 'Location', ...fromMarks])
    })
  })
}

test('everyone can use the display options', async ({ page }) => {
  await editor(page).button('Rating').click()
  await editor(page).button('Show Career').click()
  await expectAccessible(page)
})
