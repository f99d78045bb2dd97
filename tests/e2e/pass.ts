import { expect, type Page } from '@playwright/test'

/** Whom the address of triage names. */
export const shownId = (page: Page) => page.evaluate(() => new URL(location.href).searchParams.get('at'))
/** Whoever is on screen, or what the pass came to. */
export const name = (page: Page) => page.getByRole('heading', { level: 1 })

/** Presses a key and waits for whom it shows, or for the end. */
export async function pressOn(page: Page, key: string): Promise<void> {
  const before = await page.evaluate(() => document.activeElement?.id)
  await page.keyboard.press(key)
  await page.waitForFunction((id) => {
    const { activeElement } = document
    if (activeElement?.matches('h1') !== true || activeElement.id === id) return false
    // The address follows what is painted.
    const at = new URL(location.href).searchParams.get('at')
    return at === null || activeElement.id === `triage-${encodeURIComponent(at)}`
  }, before)
}

/** Somebody is on screen, and the keys are listened to. */
export const untilBegun = (page: Page) => expect(name(page)).toBeFocused()
