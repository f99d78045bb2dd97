import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { correct } from './numbers'
import { atLeast, atMost, kb, type Line } from './report'
import { jobs, type Known } from './seed'

async function load(page: Page, url: string) {
  const scripts: Promise<Buffer>[] = []
  const keep = (sent: Response) => {
    if (sent.request().resourceType() === 'script') scripts.push(sent.body())
  }
  page.on('response', keep)
  const response = await page.goto(url)
  const html = (await response?.text()) ?? ''
  await page.waitForLoadState('networkidle')
  page.off('response', keep)
  const bodies = await Promise.all(scripts)
  return {
    html,
    files: bodies.length,
    bytes: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
  }
}

/** JavaScript that a page loads before anybody touches it, in gzipped bytes. */
export const jobPageBytes = async (page: Page, url: string): Promise<number> => (await load(page, url)).bytes

/** JavaScript that a browser takes for the job page before anybody touches it, and the rows of its first HTML. */
export async function measureWeight(page: Page, people: readonly Known[]): Promise<Line[]> {
  const { html, files, bytes } = await load(page, `/jobs/${jobs.large}`)
  const rows = [...html.matchAll(/aria-rowindex="(\d+)"/g)].filter(([, index]) => Number(index) >= 2).length
  people
    .slice(0, rows)
    .forEach(({ id }) => correct(html.includes(`person-${id}`), `the first HTML holds ${id}`))
  return [
    atMost(`JavaScript of the job page, ${files} files, gz`, bytes, 215 * 1024, kb),
    atLeast('rows in the first HTML (a screen holds 11)', rows, 11, String),
  ]
}
