import { beforeEach, expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { restoreFormulas } from '@/lib/domain/spreadsheet-text'
import { onPostgres } from './engines'
import { awkwardPeople, cellColumns, expectedCells } from './export-cells'
import { httpDesk, origin } from './http-desk'
import { csvImport, openInLibreOffice } from './libreoffice'
import { findRoute } from './routes'
import { applicant, store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000008' }
const at = `/api/jobs/${key.jobId}`

// What a spreadsheet would take for a number, a date, a fraction, a formula, an error or a truth.
const mistakable = [
  '007',
  '1e5',
  '2026-03-30',
  '1/2',
  '=1+2',
  '-2+3',
  '@SUM(A1)',
  '#REF!',
  'TRUE',
  "'=2",
  '12,5',
]
const people = [
  ...awkwardPeople,
  ...mistakable.map((headline, index) =>
    applicant(`m${index}`, { headline, fullName: 'Mo; "Mistaken"', position: 10 + index, location: '' }),
  ),
]

onPostgres('an export opened in LibreOffice', (store) => {
  const desk = httpDesk(store)
  const download = async (search: string) => {
    const path = `${at}/export`
    const { handlers, params } = findRoute(path)
    const answer = await handlers.GET(new Request(`${origin}${path}?columns=${cellColumns}&${search}`), {
      params: Promise.resolve(params),
    })
    return Buffer.from(await answer.arrayBuffer())
  }
  /** The rows that the list shows, as a sheet holds them: a cell knows one kind of line break. */
  const onScreen = async () => {
    const page = await desk.read(candidatePage, `${at}/candidates`)
    expect(page.items).toHaveLength(people.length)
    const rows = page.items.map(({ applicationId }) => expectedCells(page, applicationId))
    const cells = (row: Record<string, string>) =>
      Object.entries(row).map(([name, text]) => [name, text.replaceAll('\r\n', '\n')] as const)
    return rows.map(cells)
  }
  const named = ([head, ...rows]: string[][]) =>
    rows.map((row) => head!.map((name, column) => [name, row[column] ?? ''] as const))

  beforeEach(async () => {
    await save(store.database.db, key, people)
    const body = { decision: 'shortlist', comment: '@home; =1\n"two"' }
    await desk.call(`${at}/candidates/bo/decision`, { method: 'PUT', body })
  })

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
  ])('as CSV with a %s says what the screen says, cell by cell', async (separator, character) => {
    const file = await download(`separator=${separator}`)
    const sheets = await openInLibreOffice('people.csv', file, csvImport(character))
    const shown = named([...sheets.values()][0]!)
    const restored = shown.map((row) => row.map(([name, cell]) => [name, restoreFormulas(cell)]))
    expect(restored).toEqual(await onScreen())
  })

  test('as XLSX says what the screen says, cell by cell, and where it comes from', async () => {
    const sheets = await openInLibreOffice('people.xlsx', await download('format=xlsx'))
    const shown = named(sheets.get('Applicants')!)
    const typed = (name: string, text: string) =>
      / \(UTC\)$/.test(name) && text.length > 10 ? text.slice(0, 19).replace('T', ' ') : text
    const expected = await onScreen()
    expect(shown).toEqual(expected.map((row) => row.map(([name, text]) => [name, typed(name, text)])))
    const about = new Map(sheets.get('About this file')!.map(([name, value]) => [name, value]))
    expect(about.get('People in this file')).toBe(String(people.length))
    expect(about.get('Scope')).toBe(`All ${people.length} people loaded`)
  })
})
