import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { auditPage } from '@/lib/contracts/audit'
import { candidate, candidatePage } from '@/lib/contracts/candidate'
import { exportedPerson, exportProvenance } from '@/lib/contracts/export'
import { restoreFormulas } from '@/lib/domain/spreadsheet-text'
import { doorDesk } from './door-desk'
import { onEachEngine } from './engines'
import { awkwardPeople, cellColumns as columns, expectedCells } from './export-cells'
import { httpDesk, origin } from './http-desk'
import { findRoute } from './routes'
import { seedApplicants } from './seed-applicants'
import { store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000008' }
const at = `/api/jobs/${key.jobId}`

onEachEngine('exporting a list', (store) => {
  const desk = httpDesk(store)
  const send = (path: string, method: 'GET' | 'POST' = 'GET', body?: object, signal?: AbortSignal) => {
    const { handlers, params } = findRoute(path.split('?')[0]!)
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const headers = { host: new URL(origin).host, 'content-type': 'application/json' }
    const request = new Request(`${origin}${path}`, { method, headers, signal: signal ?? null, ...sent })
    return handlers[method](request, { params: Promise.resolve(params) })
  }
  const bytes = async (path: string) => Buffer.from(await (await send(path)).arrayBuffer())
  const csv = (text: string | Buffer, options: object = {}): string[][] =>
    parse(text, { bom: true, ...options })
  const audited = async () => (await desk.read(auditPage, '/api/audit?action=export.applicants')).entries

  beforeEach(async () => {
    await save(store.database.db, key, awkwardPeople)
    const about = (id: string, what: string, method: 'PUT' | 'POST', body: object) =>
      desk.call(`${at}/candidates/${id}/${what}`, { method, body })
    await about('bo', 'decision', 'PUT', { decision: 'shortlist', comment: '@home; =1' })
    await about('ada', 'decision', 'PUT', { decision: 'maybe' })
    await about('bo', 'tags', 'PUT', { tags: ['Phone', 'Berlin'] })
    await about('bo', 'next-action', 'PUT', { text: 'Call', dueOn: '2026-05-01' })
    await about('bo', 'notes', 'POST', { text: '-fine- with *Berlin*' })
  })

  const views = ['', 'sort=-name', 'rating=GOOD_FIT,MAYBE&sort=name', 'q=gardener', 'decision=maybe']
  test.each(views)('as CSV equals the screen cell by cell, in its order: ?%s', async (view) => {
    const page = await desk.read(candidatePage, `${at}/candidates?${view}`)
    const { status, headers, text } = await desk.call(`${at}/export?columns=${columns}&${view}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="applicants-4100000008-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const [, ...rows] = csv(text)
    const restored = rows.map((row) => row.map(restoreFormulas))
    const expected = page.items.map(({ applicationId }) => Object.values(expectedCells(page, applicationId)))
    expect(restored).toEqual(expected)
    expect(page.items.length).toBeGreaterThan(0)
    // Nothing of it begins a formula.
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test('with another separator and no byte order mark is the same table', async () => {
    const plain = await bytes(`${at}/export?columns=${columns}`)
    const german = await bytes(`${at}/export?columns=${columns}&separator=semicolon&bom=0`)
    expect(plain.subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
    expect(german[0]).toBe('"'.charCodeAt(0))
    expect(csv(german, { delimiter: ';' })).toEqual(csv(plain))
  })

  test('as XLSX has the same cells with dates and numbers of their own, and says where it comes from', async () => {
    const page = await desk.read(candidatePage, `${at}/candidates`)
    const [people, about] = await readXlsxFile(await bytes(`${at}/export?format=xlsx&columns=${columns}`))
    const [head, ...rows] = people!.data
    for (const [row, { applicationId }] of page.items.entries()) {
      const expected = expectedCells(page, applicationId)
      for (const [column, text] of Object.values(expected).entries()) {
        const cell = rows[row]![column] ?? ''
        const name = String(head![column])
        if (cell instanceof Date) {
          expect(name).toMatch(/UTC|Due/)
          expect(Math.abs(cell.getTime() - Date.parse(text))).toBeLessThan(1_000)
        } else {
          expect(typeof cell === 'number', name).toBe(name.startsWith('Experience') && text !== '')
          const written = text.replaceAll('\r', '_x000D_').replaceAll('_x0041_', '_x005F_x0041_')
          expect([text, written]).toContain(String(cell))
        }
      }
    }
    expect(rows).toHaveLength(page.items.length)
    const facts = Object.fromEntries(about!.data.map(([name, value]) => [String(name), value]))
    expect(facts).toMatchObject({
      Job: 'Job 4100000008',
      View: 'Everyone · As the network ranks them',
      'Exported by': 'This desk',
      Scope: 'All 4 people loaded',
      'People in this file': 4,
      'People not loaded': 0,
      'Decided without being opened': 2,
      Lines: 4,
    })
    expect(facts['As of (UTC)']).toBeInstanceOf(Date)
    const [, filtered] = await readXlsxFile(await bytes(`${at}/export?format=xlsx&rating=MAYBE&sort=name`))
    expect(filtered!.data).toContainEqual(['View', 'Rating: Maybe · Name, A to Z'])
    expect(filtered!.data).toContainEqual(['View, as in an address', 'rating=MAYBE&sort=name'])
  })

  test('as JSON and JSON Lines are the candidates of the API with what the team did', async () => {
    const page = await desk.read(candidatePage, `${at}/candidates?sort=-name`)
    const { headers, text } = await desk.call(`${at}/export?format=json&sort=-name`)
    expect(headers.get('content-type')).toBe('application/json')
    const whole = JSON.parse(text) as { provenance: unknown; candidates: unknown[] }
    expect(exportProvenance.parse(whole.provenance)).toMatchObject({
      ...{ view: 'sort=-name', people: 4, decidedUnopened: 2 },
    })
    const people = whole.candidates.map((each) => exportedPerson.parse(each))
    expect(people).toEqual(whole.candidates)
    expect(people.map((each) => candidate.parse(each))).toEqual(page.items)
    expect(people.find(({ applicationId }) => applicationId === 'bo')).toMatchObject({
      ...{ decision: 'shortlist', comment: '@home; =1', decidedBy: 'This desk', tags: ['Berlin', 'Phone'] },
      openedBefore: false,
      nextAction: { text: 'Call', dueOn: '2026-05-01', assignee: null },
    })
    expect(people.every((each) => !('notes' in each))).toBe(true)
    const lines = (await desk.call(`${at}/export?format=jsonl&sort=-name`)).text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(whole.candidates)
    const chosen = (await desk.call(`${at}/export?format=jsonl&columns=name,notes&q=bo`)).text
    expect(JSON.parse(chosen)).toEqual({
      ...{ applicationId: 'bo', firstName: null, lastName: null, fullName: 'Bo Birch' },
      notes: [expect.objectContaining({ text: '-fine- with *Berlin*', by: 'This desk' })],
    })
  })

  test('one line a job held; whoever lists none keeps a line', async () => {
    const { text } = await desk.call(
      `${at}/export?per=job&columns=application,jobTitle,jobStart,jobEnd,jobDescription`,
    )
    expect(
      csv(text)
        .slice(1)
        .map((row) => row.map(restoreFormulas)),
    ).toEqual([
      ['ada', 'SEO Lead', '2024-08', 'Present', '+1 team'],
      ['ada', 'Writer', '2020', '2022', ''],
      ['bo', 'Gardener', '2015', '2019', ''],
      ['cy', '', '', '', ''],
      ['dee', '', '', '', ''],
    ])
  })

  test('a selection holds those people, whoever the view shows, in the order of its sort', async () => {
    const body = {
      applicationIds: ['bo', 'nobody', 'ada'],
      view: 'rating=MAYBE&sort=name',
      columns: ['name'],
    }
    const answer = await send(`${at}/export`, 'POST', body)
    expect(csv(await answer.text())).toEqual([['Name'], ['Ada Ash'], ['Bo Birch']])
    const { text } = await desk.call(`${at}/export?application=bo&application=cy&columns=application`)
    expect(csv(text)).toEqual([['Application ID'], ['bo'], ['cy']])
  })

  test('a tracker’s file has its columns and its name, and no byte order mark', async () => {
    const answer = await send(`${at}/export?tracker=greenhouse&q=bo`)
    expect(answer.headers.get('content-disposition')).toContain('-greenhouse.csv"')
    const file = Buffer.from(await answer.arrayBuffer())
    const [head, row] = csv(file)
    expect(file[0]).toBe('"'.charCodeAt(0))
    const cells = Object.fromEntries(head!.map((name, column) => [name, row![column]]))
    expect(cells).toMatchObject({
      'First Name': 'Bo Birch',
      Title: 'Gardener',
      Email: '',
      Source: 'LinkedIn',
    })
  })

  test.each([
    ['format=pdf', 'format is one of csv, xlsx, json, jsonl.'],
    ['per=team', 'per is one of person, job.'],
    ['columns=name,secret', 'There is no column “secret”.'],
    ['columns=jobTitle', 'Ask for per=job with it.'],
    ['separator=pipe', 'separator is one of comma, semicolon, tab.'],
    ['bom=yes', 'bom is one of 0, 1.'],
    ['tracker=taleo', 'tracker is one of greenhouse, lever, ashby, workable.'],
    ['tracker=lever&format=xlsx', 'is CSV with commas'],
    ['rating=GOOD_FIT,SPLENDID', 'rating cannot be “SPLENDID”.'],
    ['q=%22head%20of', 'q: A quotation mark is still open.'],
    ['account=other', 'No account of that label is configured.'],
  ])('?%s is refused, and says what can be asked for', async (search, detail) => {
    const refusal = await desk.refusal(`${at}/export?${search}`)
    expect(refusal.detail).toContain(detail)
    expect(await audited()).toEqual([])
  })

  test('each is in the audit log with its view and how many; asking for headers alone is none', async () => {
    await desk.call(`${at}/export?format=jsonl&rating=MAYBE`)
    await send(`${at}/export`, 'POST', { applicationIds: ['ada'], format: 'json', columns: ['name'] })
    const head = new Request(`${origin}${at}/export`, { method: 'HEAD' })
    const { handlers, params } = findRoute(`${at}/export`)
    const answer = await handlers.GET(head, { params: Promise.resolve(params) })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    const entries = await audited()
    expect(entries.map(({ subject, detail }) => ({ subject, ...detail }))).toMatchObject([
      { subject: key.jobId, view: '', people: 1, selected: true, format: 'json', columns: 'name' },
      { subject: key.jobId, view: 'rating=MAYBE', people: 1, selected: false, format: 'jsonl' },
    ])
  })

  test('a long list comes page by page, whole and in order, and whoever leaves ends the reading', async () => {
    const long = { account: 'main', jobId: '4100009999' }
    await seedApplicants(store.database.pool, long, 1_700)
    const path = `/api/jobs/${long.jobId}/export?columns=application&format=csv`
    const rows = csv(await bytes(`${path}&sort=-name`)).slice(1)
    const list = await desk.call(`/api/jobs/${long.jobId}/application-ids?sort=-name`)
    expect(rows.flat()).toEqual((JSON.parse(list.text) as { items: string[] }).items)
    expect(rows).toHaveLength(1_700)

    const queries: string[] = []
    const { pool } = store.database
    const { query } = pool
    pool.query = ((...sent: Parameters<typeof query>) => {
      // The store's own upkeep sends plain text.
      const [asked] = sent as unknown as [string | { text: string }]
      queries.push(typeof asked === 'string' ? asked : asked.text)
      return Reflect.apply(query, pool, sent)
    }) as typeof query
    const reader = (await send(path)).body!.getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    pool.query = query
    // The first page of four: none was read ahead, and none after.
    expect(queries.filter((text) => text.includes('"person"'))).toHaveLength(1)
    const workbook = (await send(path.replace('csv', 'xlsx'))).body!.getReader()
    await workbook.read()
    await workbook.cancel()
    expect(desk.lines().filter((line) => line.includes('internal_error'))).toEqual([])
  })
})

onEachEngine('who may export', (store) => {
  const desk = doorDesk(store)
  test('owners and recruiters; a viewer is refused and nothing is noted', async () => {
    await save(store.database.db, key, awkwardPeople)
    const owner = await desk.owner()
    const { browser: viewer } = await desk.member(owner, 'viewer')
    const { browser: recruiter } = await desk.member(owner, 'recruiter')
    expect((await recruiter.ask(`${at}/export`)).status).toBe(200)
    for (const format of ['csv', 'xlsx', 'json', 'jsonl']) {
      expect((await viewer.ask(`${at}/export?format=${format}`)).status).toBe(403)
      const method = 'POST'
      const asked = { method, body: { format, applicationIds: ['ada'] } } as const
      expect((await viewer.ask(`${at}/export`, asked)).status).toBe(403)
    }
    const log = await owner.ask('/api/audit?action=export.applicants')
    expect(auditPage.parse(log.json).entries.map(({ actorName }) => actorName)).toEqual(['A recruiter'])
  })
})
