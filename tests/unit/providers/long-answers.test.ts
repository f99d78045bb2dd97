import { expect, test, vi } from 'vitest'
import { buildPerson } from '@/lib/sandbox/people'
import { parseAnswer } from '@/lib/server/providers/recruiter-v2/parse-answer'
import { readPage, readParsedPage } from '@/lib/server/providers/recruiter-v2/read-page'

const asked = { offset: 0, count: 50 }
const megabyte = 1024 * 1024

const answer = (candidates: unknown[], extra = {}) =>
  JSON.stringify({
    success: true,
    data: {
      candidates,
      total_available_results: 81,
      pagination: { offset: 0, count: 50, next_offset: 50, has_more: true },
    },
    metadata: { credits_consumed: 5, timestamp: '2026-11-15T10:35:00Z' },
    ...extra,
  })

const long = (serial: number, length: number) => ({
  ...buildPerson(1, '4100000081', serial),
  headline: `A\0B ${'x'.repeat(length)}`,
})

/** What some work gives, and the longest text that this thread parses meanwhile. */
async function longestParsed<T>(work: () => Promise<T>): Promise<{ result: T; longest: number }> {
  const parse = vi.spyOn(JSON, 'parse')
  try {
    const result = await work()
    return { result, longest: Math.max(0, ...parse.mock.calls.map(([text]) => text.length)) }
  } finally {
    parse.mockRestore()
  }
}

const slow = { timeout: 60_000 }

test(
  'an answer of forty megabytes is not parsed on the thread that serves requests, and reads the same',
  slow,
  async () => {
    const rows = Array.from({ length: 50 }, (_, serial) => long(serial, 0.8 * megabyte))
    const text = answer([...rows, { application_id: 7, headline: { not: 'a text' } }, null])
    expect(text.length).toBeGreaterThan(40 * megabyte)
    const read = async () => readParsedPage(await parseAnswer(text), asked)
    const { result, longest } = await longestParsed(read)
    expect(longest).toBeLessThan(megabyte)
    const { rows: expected, ...rest } = readPage(JSON.parse(text), asked)!
    expect(result).toMatchObject(rest)
    // One by one: nobody could read how texts of this length differ.
    expect(result?.rows.map(({ problem }) => problem)).toEqual(expected.map(({ problem }) => problem))
    expect(result?.rows.every(({ raw }, at) => raw === expected[at]?.raw)).toBe(true)
  },
)

test('what is long beside the rows keeps the price readable', async () => {
  const text = answer([], { metadata: { credits_consumed: 3, note: 'x'.repeat(3 * megabyte) } })
  expect(await readParsedPage(await parseAnswer(text), asked)).toMatchObject({ rows: [], creditsConsumed: 3 })
})

test.each([
  ['is no JSON', `{"success":${' '.repeat(2 * megabyte)}`],
  ['has no rows', JSON.stringify({ success: true, data: { candidates: 'x'.repeat(2 * megabyte) } })],
])('a long answer that %s is no page', async (_, text) => {
  expect(await readParsedPage(await parseAnswer(text), asked)).toBeNull()
})

test('a long answer that takes too long to parse is no page, and its thread ends', async () => {
  const text = answer(Array.from({ length: 20 }, (_, serial) => long(serial, megabyte / 2)))
  expect(await parseAnswer(text, 0)).toEqual({ body: undefined, split: null })
})
