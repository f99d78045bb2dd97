import { expect, type Locator } from '@playwright/test'

/** Opens a select and presses one of its options, which then stands on it. */
export async function choose(select: Locator, option: string | RegExp): Promise<void> {
  await select.click()
  await select.page().getByRole('option', { name: option, exact: true }).click()
  await expect(select).toHaveText(option)
}
