import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { expectNoLooseText } from './translation'

const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// What the dark can change: a scheme is a set of colours on the same elements.
const ofColour = ['color-contrast', 'link-in-text-block']

/**
 * No rule of WCAG 2.2 AA that can be checked by itself is broken, in the light and in the dark, and a browser can
 * translate the page for its reader.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // It can come after the page.
  await expect(page).toHaveTitle(/./)
  await expectNoLooseText(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveClass(new RegExp(`(^| )${colorScheme}( |$)`))
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
    const rules = colorScheme === 'light' ? axe.withTags(level) : axe.withRules(ofColour)
    const { violations } = await rules.analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
    }))
    expect(found, `${page.url()} in the ${colorScheme}`).toEqual([])
  }
}
