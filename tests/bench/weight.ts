import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { correct } from './numbers'
import { atLeast, atMost, kb, type Line } from './report'
import { jobs, type Known } from './seed'

/** JavaScript that a browser takes for the job page before anybody touches it, and the rows of its first HTML. */
export async function measureWeight(page: Page, people: readonly Known[]): Promise<Line[]> {
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body())
  })
  const response = await page.goto(`/jobs/${jobs.large}`)
  const html = (await response?.text()) ?? ''
  await page.waitForLoadState('networkidle')
  const bodies = await Promise.all(scripts)
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  const rows = [...html.matchAll(/aria-rowindex="(\d+)"/g)].filter(([, index]) => Number(index) >= 2).length
  people
    .slice(0, rows)
    .forEach(({ id }) => correct(html.includes(`person-${id}`), `the first HTML holds ${id}`))
  return [
    atMost(`JavaScript of the job page, ${bodies.length} files, gz`, bytes, 200 * 1024, kb),
    atLeast('rows in the first HTML (a screen holds 11)', rows, 11, String),
  ]
}
