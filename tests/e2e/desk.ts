import { type APIRequestContext, expect, type Page } from '@playwright/test'
import type { CreditsPage } from '@/lib/contracts/credits'
import type { WireCandidate } from '@/lib/sandbox/people'
import { layoutCookie } from '@/lib/url/layout-cookie'

/** What a reader finds on the page of a job, by role and label. */
export const desk = (page: Page) => {
  const scope = page.getByRole('region', { name: 'What is loaded' })
  const table = page.getByRole('grid')
  const row = (at: number) => table.locator(`[role="row"][aria-rowindex="${at + 2}"]`)
  return {
    scope,
    table,
    /** Row by its number in the whole list, from 0. */
    row,
    /** The button that opens a row: the person's name. */
    toggle: (at: number) => row(at).getByRole('rowheader').getByRole('button'),
    /** What is told of an open person, in a panel or below their row. */
    career: (person: WireCandidate) =>
      page.locator('[data-panel]').and(page.getByLabel(`Details of ${person.full_name}`, { exact: true })),
    search: page.getByRole('searchbox', { name: 'Search applicants' }),
    failure: page.getByRole('group', { name: 'The last load failed' }),
    /** Buttons that load more, wherever they stand. */
    load: page.getByRole('button', { name: /^Load / }),
  }
}

/** Makes this browser one whose reader arranged the list before, as an address would have it. */
export const arrangeList = (page: Page, { url }: { url: string }, search: string) =>
  page.context().addCookies([{ name: layoutCookie, value: encodeURIComponent(search), url }])

/** Turns the wheel over the list, once. */
export async function wheel(page: Page, pixels: number): Promise<void> {
  await page.getByRole('main').hover({ position: { x: 200, y: 300 } })
  await page.mouse.wheel(0, pixels)
}

/** Turns the wheel until something is so. */
export async function wheelUntil(page: Page, pixels: number, holds: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await holds()) return true
        await wheel(page, pixels)
        return holds()
      },
      { intervals: [60], timeout: 45_000 },
    )
    .toBe(true)
}

/** Chooses two people of a guest's list, by their places in it, and sets them side by side. */
export async function compareTwo(page: Page, places: [number, number]): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^Compare / })
  for (const at of places) await boxes.nth(at).check()
  await page.getByRole('button', { name: 'Compare 2' }).click()
  await expect(page.getByRole('region', { name: 'Compare' }).getByRole('article')).toHaveCount(2)
}

/** What was copied, got as a person gets it: a page of ours may write to the clipboard, not read it. */
export async function copiedText(page: Page): Promise<string> {
  const sheet = await page.context().newPage()
  await sheet.setContent('<textarea></textarea>')
  const text = sheet.getByRole('textbox')
  await text.press('ControlOrMeta+v')
  await expect(text).not.toHaveValue('')
  const copied = await text.inputValue()
  await sheet.close()
  return copied
}

/** What the ledger says was charged, ever. */
export async function ledgerTotal(request: APIRequestContext): Promise<number> {
  const { totals } = (await (await request.get('/api/credits?limit=1')).json()) as CreditsPage
  return totals.allTime
}
