import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { JobCriteria } from '@/lib/contracts/criteria'
import { displayName } from '@/lib/domain/current-role'
import { expectAccessible } from './accessible'
import { choose } from './choose'
import { desk } from './desk'
import { expect, test } from './fixtures'

const namesOf = ({ items }: CandidatePage) => items.map((person) => displayName(person))

test('what is exported from the dialog is what the screen shows, and the choices are remembered', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.goto(`/jobs/${job.jobId}?rating=GOOD_FIT,MAYBE&sort=name`)
  const read = await page.request.get(
    `/api/jobs/${job.jobId}/candidates?rating=GOOD_FIT,MAYBE&sort=name&limit=200`,
  )
  const shown = (await read.json()) as CandidatePage
  await page.getByRole('button', { name: 'More about this job' }).click()
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(
    dialog.getByText(`${shown.counts.matched} people match of 50 loaded, 10 not loaded`),
  ).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: 'Headline' }).uncheck()
  const csv = page.waitForEvent('download')
  await dialog.getByRole('button', { name: `Export ${shown.counts.matched} people` }).click()
  const file = await csv
  expect(file.suggestedFilename()).toMatch(/^applicants-[a-z0-9-]+-\d{4}-\d\d-\d\d\.csv$/)
  const rows = parse(await readFile(await file.path()), { bom: true }) as string[][]
  expect(rows[0]).not.toContain('Headline')
  expect(rows.slice(1).map(([name]) => name)).toEqual(namesOf(shown))
  await expect(dialog).toBeHidden()

  // By its key, with the columns of before.
  await page.getByRole('main').press('e')
  await expect(dialog.getByRole('checkbox', { name: 'Headline' })).not.toBeChecked()
  await choose(dialog.getByRole('combobox', { name: 'Format' }), 'Excel workbook (XLSX)')
  const xlsx = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export \d+ people$/ }).click()
  const sheet = await readSheet(await (await xlsx).path())
  expect(sheet.slice(1).map(([name]) => name)).toEqual(namesOf(shown))
})

test('a failed export keeps every choice; a selection is copied as a table', async ({
  page,
  served,
  store,
  context,
  guard,
}) => {
  const job = served.newJob(12)
  await store(job)
  await context.grantPermissions(['clipboard-write'])
  // Our own policy keeps a page from reading the clipboard: what is written is noted as it goes there.
  await page.addInitScript(() => {
    const write = navigator.clipboard.write.bind(navigator.clipboard)
    navigator.clipboard.write = (items) => {
      Object.assign(window, { copied: items })
      return write(items)
    }
  })
  await page.goto(`/jobs/${job.jobId}?view=all`)
  const listed = (await (await page.request.get(`/api/jobs/${job.jobId}/candidates`)).json()) as CandidatePage
  const [first, second] = namesOf(listed)
  await page.getByRole('checkbox', { name: `Select ${first}` }).check()
  await page.getByRole('checkbox', { name: `Select ${second}` }).check()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Copy as a table' }).click()
  await expect(page.getByText('Copied 2 people as a table').first()).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = (window as unknown as { copied: ClipboardItem[] }).copied
    const text = async (type: string) => (await item!.getType(type)).text()
    return { html: await text('text/html'), text: await text('text/plain') }
  })
  const lines = copied.text.split('\n').map((line) => line.split('\t'))
  expect(lines.map(([name]) => name)).toEqual(['Name', first, second])
  expect(copied.html.match(/<tr>/g)).toHaveLength(3)

  await desk(page).toggle(0).click()
  await page.locator('[data-panel]').getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1)
  const card = await page.evaluate(async () => {
    const [item] = (window as unknown as { copied: ClipboardItem[] }).copied
    return (await item!.getType('text/plain')).text()
  })
  expect(card.split('\n')[0]).toBe(first)
  expect(card).toContain(`In Shortlist: ${served.url}/jobs/${job.jobId}/candidates/`)

  guard.expect('lost', /\/export$/)
  await page.route('**/export*', (route) => route.abort())
  await bar.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'Selected (2)' })).toBeChecked()
  await dialog.getByRole('checkbox', { name: 'Notes' }).check()
  await dialog.getByRole('button', { name: 'Export 2 people' }).click()
  await expect(dialog.getByRole('alert')).toContainText('No connection')
  await expect(dialog.getByRole('checkbox', { name: 'Notes' })).toBeChecked()
})

test('a book has a cover and two people on a page, on A4 and on Letter', async ({
  page,
  served,
  store,
}, info) => {
  const job = served.newJob(9)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/print?sort=name`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(9)
  await expectAccessible(page)
  for (const format of ['A4', 'Letter'] as const) {
    const path = info.outputPath(`book-${format}.pdf`)
    const pdf = await page.pdf({ format, path })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []
    // A cover, and nine people by two; a long career may take a page of its own.
    expect(pages.length).toBeGreaterThanOrEqual(6)
    expect(pages.length).toBeLessThanOrEqual(8)
  }
})

test('a screening matrix shows who meets which criterion, and says so on every page of A4 and Letter', async ({
  page,
  served,
  store,
}, info) => {
  const job = served.newJob(60)
  await store(job)
  await page.goto(`/jobs/${job.jobId}/print?matrix=1&sort=name`)
  await expect(page.getByRole('link', { name: 'Set criteria' })).toBeVisible()
  const word = (at: number) => /\p{L}{4,}/u.exec(job.person(at).headline ?? '')?.[0] ?? 'nobody'
  const criteria = Array.from({ length: 13 }, (_, at) => ({
    ...{
      need: at % 3 === 2 ? 'nice' : 'must',
      name: `Criterion ${at + 1} of the longest kind we have`,
      kind: 'words',
    },
    ...{ words: word(at), minYears: null },
  }))
  const saved = await page.request.put(`/api/jobs/${job.jobId}/criteria`, { data: { version: 0, criteria } })
  const { id } = ((await saved.json()) as JobCriteria).criteria[0]!
  const overruled = `/api/jobs/${job.jobId}/candidates/${job.person(0).application_id}/criteria/${id}`
  const said = await page.request.put(overruled, { data: { met: false, reason: 'Led is not managed' } })
  expect(said.ok()).toBe(true)

  await page.goto(`/jobs/${job.jobId}?sort=name`)
  await page.getByRole('main').press('e')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('link', { name: 'Print a matrix' }).click()
  const tables = page.getByRole('table')
  await expect(tables).toHaveCount(2)
  await expect(page.getByText('All 60 people loaded')).toBeVisible()
  const row = tables.first().getByRole('row', { name: job.person(0).full_name ?? '' })
  await expect(row.getByRole('cell').first()).toHaveText('Not found, overruled by Olive Owner')
  await expect(page.getByRole('region', { name: 'Overruled by a person' })).toContainText(
    'Led is not managed',
  )
  await expectAccessible(page)
  for (const format of ['A4', 'Letter'] as const) {
    await page.emulateMedia({ media: 'print' })
    // Nothing is wider than the paper between its margins.
    const width = format === 'A4' ? 687 : 710
    await page.setViewportSize({ width, height: 900 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width)
    const pdf = await page.pdf({ format, path: info.outputPath(`matrix-${format}.pdf`) })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages.length).toBeLessThanOrEqual(9)
  }
})
