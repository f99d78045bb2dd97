import { describe, expect, test } from 'vitest'
import type { FaultKind } from '@/lib/sandbox/faults'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { readPage } from '@/lib/server/providers/recruiter-v2/read-page'
import { openProvider } from './provider'

async function rowsUnder(kind: FaultKind) {
  const { ask, lines } = await openProvider({ faults: [{ kind }] })
  const page = await ask()
  return { page, rows: page.rows, log: lines.join('') }
}
const wireRow = (raw: string) => JSON.parse(raw) as Record<string, unknown>
const readable = (rows: Awaited<ReturnType<typeof rowsUnder>>['rows']) =>
  rows.flatMap((row) => (row.problem === null ? [reader.read(row.raw, { y: 2026, m: 4 })] : []))

test('a row that cannot be read is kept as it was sent, and spoils no other', async () => {
  const { rows, log } = await rowsUnder('unreadable_row')
  expect(rows.map(({ problem }) => problem)).toEqual(['headline', ...Array.from({ length: 9 }, () => null)])
  const [first] = rows
  expect(reader.read(first?.raw ?? '', { y: 2026, m: 4 })).toMatchObject({
    unreadable: true,
    applicationId: expect.stringMatching(/^\d+$/),
    fullName: null,
  })
  expect(JSON.parse(first?.raw ?? '')).toMatchObject({
    headline: { text: 'not a text' },
    experiences: 'none',
  })
  expect(log).toContain('"unread":["headline"]')
  expect(log).not.toContain('not a text')
})

test('a row without an id is kept under one made of its text, the same each time', async () => {
  const { rows } = await rowsUnder('no_id')
  expect(rows[0]).toMatchObject({ problem: 'application_id' })
  const read = () => reader.read(rows[0]?.raw ?? '', { y: 2026, m: 4 }).applicationId
  expect(read()).toMatch(/^unreadable-[\da-f]{20}$/)
  expect(read()).toBe(read())
  expect(readable(rows)).toHaveLength(9)
})

test('fields and ratings nobody has documented are kept', async () => {
  const { rows } = await rowsUnder('extra_fields')
  expect(readable(rows)).toHaveLength(10)
  expect(wireRow(rows[0]?.raw ?? '')).toMatchObject({ seniority: { level: 3 }, tags: ['x'] })
  const { rows: rated } = await rowsUnder('unknown_rating')
  expect(readable(rated).map(({ rating }) => rating)).toEqual(Array.from({ length: 10 }, () => 'SUPER_FIT'))
})

test('someone of whom nothing is known but the id is still a candidate', async () => {
  const { rows } = await rowsUnder('null_fields')
  const [first] = readable(rows)
  expect(readable(rows)).toHaveLength(10)
  expect(first).toMatchObject({
    rating: null,
    isTopChoice: null,
    fullName: null,
    location: null,
    experiences: [],
  })
})

test('hostile text is only text', async () => {
  const { rows } = await rowsUnder('hostile_text')
  expect(readable(rows)).toHaveLength(10)
  for (const row of rows) {
    expect(row.raw).not.toContain('\u0000')
    expect(row.raw).not.toMatch(/\p{Cs}/u)
  }
})

test('the same people twice in one answer arrive twice, to be told apart by their ids', async () => {
  const { rows } = await rowsUnder('duplicate_ids')
  const ids = readable(rows).map(({ applicationId }) => applicationId)
  expect([ids.length, new Set(ids).size]).toEqual([14, 10])
})

test('what the list says of itself is passed on as said', async () => {
  expect((await rowsUnder('stuck_offset')).page).toMatchObject({ nextOffset: 0, hasMore: true })
  expect((await rowsUnder('no_next_offset')).page).toMatchObject({ nextOffset: null, hasMore: true })
  expect((await rowsUnder('empty_page')).page).toMatchObject({
    rows: [],
    total: 81,
    hasMore: true,
    creditsConsumed: 0,
  })
  expect((await rowsUnder('short_page')).page).toMatchObject({
    nextOffset: 5,
    hasMore: true,
    creditsConsumed: 1,
  })
})

describe('an answer needs only its list of candidates', () => {
  const asked = { offset: 50, count: 10 }
  const empty = {
    rows: [],
    total: null,
    offset: 50,
    count: 10,
    nextOffset: null,
    hasMore: null,
    creditsConsumed: null,
    unreadRows: 0,
    oddPrice: null,
  }
  const answer = (data: object, metadata?: unknown) => ({
    success: true,
    data: { candidates: [], ...data },
    metadata,
  })

  test.each([
    ['nothing else', answer({}), empty],
    ['numbers sent as text', answer({ total_available_results: '81' }), { ...empty, total: 81 }],
    [
      'absurd numbers',
      answer({ total_available_results: -1, pagination: { next_offset: 1e12, offset: 0.5 } }),
      empty,
    ],
    ['a pagination that is none', answer({ pagination: 'none', total_available_results: {} }, []), empty],
    [
      'an odd time, and a price that is none',
      answer({}, { timestamp: 'yesterday', credits_consumed: 'free' }),
      { ...empty, oddPrice: '"free"' },
    ],
    [
      'a price',
      answer({}, { timestamp: '2026-11-24T12:00:00+02:00', credits_consumed: 4 }),
      { ...empty, creditsConsumed: 4 },
    ],
  ])('%s', (_, body, page) => {
    expect(readPage(body, asked)).toEqual(page)
  })

  test.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{}],
    [{ success: true }],
    [{ success: true, data: { candidates: {} } }],
    [{ success: false, data: { candidates: [] } }],
    [{ success: 'true', data: { candidates: [] } }],
  ])('%j is not a page', (body) => {
    expect(readPage(body, asked)).toBeNull()
  })

  test.each([
    ['26000000001', '26000000001'],
    [26_000_000_001, '26000000001'],
    ['urn:li:application:é/1', 'urn:li:application:é/1'],
    ['', null],
    [1.5, null],
    [Number.MAX_SAFE_INTEGER + 1, null],
    ['a\u0000', null],
    ['a\ud800', null],
    ['9'.repeat(513), null],
    [{}, null],
  ])('an id of %j is read as %j', (sent, id) => {
    const [row] = readPage(answer({ candidates: [{ application_id: sent }] }), asked)?.rows ?? []
    const { applicationId } = reader.read(row?.raw ?? '', { y: 2026, m: 4 })
    expect(applicationId.startsWith('unreadable-') ? null : applicationId).toBe(id)
  })
})

test('a career of more jobs than anybody has is not read, and is not drawn for hours', () => {
  const asOf = { y: 2026, m: 4 }
  const jobs = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      company: `Company ${at}`,
      date_range: `2/${1990 + (at % 30)} - Present`,
    }))
  const rowWith = (count: number) =>
    reader.read(JSON.stringify({ application_id: 'many', experiences: jobs(count), education: [] }), asOf)
  expect(rowWith(20_000)).toMatchObject({ applicationId: 'many', unreadable: true, experiences: [] })
  const { unreadable, experiences } = rowWith(300)
  expect([unreadable, experiences.length]).toEqual([false, 300])
  const schools = Array.from({ length: 301 }, () => ({ school: 'S' }))
  const studied = reader.read(JSON.stringify({ application_id: 'many', education: schools }), asOf)
  expect([studied.unreadable, studied.education]).toEqual([false, []])
})
