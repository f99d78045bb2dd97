import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchLines } from '@/lib/domain/search'
import { hasWord, type Word } from '@/lib/domain/word-query'
import { wantedWords, wordRanges } from '@/lib/domain/word-ranges'

const marked = (text: string, q: string, whole = true) =>
  wordRanges(text, wantedWords(q), whole).map(({ start, end }) => text.slice(start, end))

describe('where words stand in a text', () => {
  test.each([
    ['java', 'JavaScript and Java', ['Java']],
    ['go', 'Django, Go/Rust, go go', ['Go', 'go', 'go']],
    ['c', 'C++, C# and C', ['C']],
    ['c++', 'C/C++', ['C++']],
    ['kuber*', 'mykubernetes, Kubernetes', ['Kuber']],
    ['"head of growth" -bank', 'Head of Growth at a bank', ['Head of Growth']],
    ['mueller', 'Frau Müller', ['Müller']],
    ['東京', '在東京大学', ['東京']],
    ['"open', 'open', []],
  ])('%s in %s', (q, text, found) => {
    expect(marked(text, q)).toEqual(found)
  })

  test('anywhere, where whole words are not asked for', () => {
    expect(marked('JavaScript', 'java', false)).toEqual(['Java'])
    expect(marked('mykubernetes', 'kuber*', false)).toEqual([])
  })

  test('something is marked exactly where the rule finds the word', () => {
    const letters = fc.constantFrom(
      'a',
      'b',
      'Ä',
      'é',
      'ß',
      'ø',
      '大',
      '京',
      ' ',
      '-',
      '+',
      '#',
      '.',
      '/',
      '🚀',
    )
    const word = fc.record({
      text: fc.constantFrom('a', 'ab', 'a b', 'ae', 'ss', 'e', '大', 'a+', '.a'),
      prefix: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 12 }),
        word,
        fc.boolean(),
        (text, one: Word, whole) => {
          const found = hasWord(searchLines(text).join('\n'), one, whole)
          expect(wordRanges(text, [one], whole).length > 0).toBe(found)
        },
      ),
      { numRuns: 10_000, seed: 1 },
    )
  })
})
