import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { highlightRanges, searchLines } from '@/lib/domain/search'
import { type Clause, matchesWords, parseWords } from '@/lib/domain/word-query'
import { hasWords } from '@/lib/server/candidates/store/phrase-conditions'
import { onEachEngine } from './engines'

const pieces = [
  ...[
    'Kubernetes',
    'kuber',
    'java',
    'JavaScript',
    'C',
    'C++',
    'c#',
    '.NET',
    'asp.net',
    'Go',
    'no',
    'a',
    'ab',
  ],
  ...[
    'Müller',
    'mueller',
    'Ærø',
    'naïve',
    'O’Brien',
    'obrien',
    'ﬁnance',
    'İzmir',
    'ς',
    'ΟΔΟΣ',
    'кубер',
    'кубернетес',
  ],
  ...[
    '東京',
    '東京大学',
    'データ',
    '개발자',
    'ไทย',
    '🙂',
    '\u{20000}',
    '50%',
    'a_b',
    '\\d',
    '(x)',
    'x*',
    '[a-z]',
    '^',
    '$',
    'or',
  ],
]
const piece = fc.constantFrom(...pieces)
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ', ', '\n', '/', '-', '', '  ', '.', '“')), { maxLength: 8 })
  .map((parts) => parts.flat().join(''))
const word = fc.oneof(
  piece,
  fc.tuple(piece, fc.constantFrom(' ', ''), piece).map(([a, between, b]) => `"${a}${between}${b}"`),
  piece.map((each) => `${[...each].slice(0, 2).join('')}*`),
)
// Enough of them to be found, and enough that are not.
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '-'), word, fc.constantFrom(' ', ' ', ' OR ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.flat().join('').replace(/ OR $/, ''))

/** What a highlight would mark for each clause of a query, clause by clause. */
const isMarked = (raw: string, clauses: readonly Clause[]) =>
  clauses.every(
    ({ any, not }) =>
      any.some((each) => highlightRanges(raw, [each.prefix ? `${each.text}*` : each.text]).length > 0) !==
      not,
  )

const queries = 400
const textsPerQuery = 25

onEachEngine('10,000 random texts and queries', (store) => {
  test('are matched alike by the store, by JavaScript and by what is highlighted', async () => {
    const { db, pool } = store.database
    const samples = fc
      .sample(
        fc.tuple(query, fc.array(text, { minLength: textsPerQuery, maxLength: textsPerQuery })),
        queries,
      )
      .map(([q, texts]) => ({ ...parseWords(q), q, texts }))
    await pool.query('create table matched_text (query int, at int, text text collate "C")')
    const lines = samples.flatMap(({ texts }, at) =>
      texts.map((raw, nth) => [at, nth, searchLines(raw).join('\n')] as const),
    )
    await pool.query(
      'insert into matched_text select * from unnest($1::int[], $2::int[], $3::text[])',
      [0, 1, 2].map((column) => lines.map((line) => line[column])),
    )
    const column = sql`text`
    let compared = 0
    for (const [at, { q, texts, clauses }] of samples.entries()) {
      if (clauses === null) continue
      const { rows } = await db.execute<{ at: number; anywhere: boolean; whole: boolean }>(
        sql`select at, ${hasWords(column, clauses, false) ?? sql`true`} as anywhere,
          ${hasWords(column, clauses, true) ?? sql`true`} as whole from matched_text where query = ${at} order by at`,
      )
      for (const [nth, raw] of texts.entries()) {
        const folded = searchLines(raw).join('\n')
        const expected = {
          anywhere: matchesWords(folded, clauses, false),
          whole: matchesWords(folded, clauses, true),
        }
        expect(rows[nth], JSON.stringify({ q, raw })).toEqual({ at: nth, ...expected })
        expect(isMarked(raw, clauses), JSON.stringify({ q, raw })).toBe(expected.anywhere)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(5_000)
    await pool.query('drop table matched_text')
  })
})
