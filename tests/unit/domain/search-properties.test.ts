import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  excerpt,
  foldText,
  highlightRanges,
  foldSearch,
  nameLines,
  searchLines,
  searchTerms,
} from '@/lib/domain/search'

const unit = fc.oneof(
  fc.constantFrom(
    'a',
    'B',
    'é',
    'E\u0301',
    'ß',
    'ẞ',
    'İ',
    'ﬁ',
    'Σ',
    'ς',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u0000',
    '\u0301',
    '\u200d',
    '¨',
    '´',
    'ﷺ',
    'ﱞ',
    '🙂',
    '👩‍👧',
    '🇫🇷',
    'हि',
    '한',
    '\u1112\u1161',
    'が',
    '\ud800',
    '\udc00',
    '“',
    '’',
    '‐',
    '"',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const anyText = fc.string({ unit, maxLength: 30 })
const boundaries = (text: string) =>
  new Set([
    ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
      ({ index }) => index,
    ),
    text.length,
  ])

// A search that is likely to be found: a piece of the text itself, whole or cut in the middle of a character.
const textAndSearch = anyText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    q: fc.oneof(
      anyText,
      fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.boolean()).map(([a, b, phrase]) => {
        const piece = text.slice(Math.min(a, b), Math.max(a, b))
        return phrase ? `"${piece}"` : piece
      }),
    ),
  }),
)

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldSearch(text))).toBe(foldSearch(text))
    }),
  )
})

test('terms are folded, distinct and never empty', () => {
  fc.assert(
    fc.property(anyText, (q) => {
      const terms = searchTerms(q)
      expect(new Set(terms).size).toBe(terms.length)
      for (const term of terms) {
        expect(term).not.toBe('')
        expect(foldText(term)).toBe(term)
      }
    }),
  )
})

test('marks ascend, stand apart, lie inside the text, and never cut a character in two', () => {
  fc.assert(
    fc.property(textAndSearch, ({ text, q }) => {
      const whole = boundaries(text)
      let reached = -1
      for (const { start, end } of highlightRanges(text, searchTerms(q))) {
        expect(start).toBeGreaterThan(reached)
        expect(end).toBeGreaterThan(start)
        expect(whole.has(start) && whole.has(end)).toBe(true)
        reached = end
      }
    }),
    { numRuns: 500 },
  )
})

test('what the search finds is marked, and what is marked is what was searched', () => {
  fc.assert(
    fc.property(textAndSearch, ({ text, q }) => {
      const terms = searchTerms(q)
      const parts = highlightRanges(text, terms).map(({ start, end }) => foldSearch(text.slice(start, end)))
      const found = terms.filter((term) => foldSearch(text).includes(term))
      for (const term of found) expect(parts.some((part) => part.includes(term))).toBe(true)
      for (const part of parts) expect(terms.some((term) => part.includes(term))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a text that is cut off begins shortly before what a search found in it, at a word', () => {
  const headline = 'Engineering Manager | Developer tooling | Go, Postgres'
  expect(excerpt(headline, searchTerms('postgres'))).toBe('… | Go, Postgres')
  expect(excerpt(headline, searchTerms('manager'))).toBe(headline)
  expect(excerpt(headline, [])).toBe(headline)
  expect(excerpt(`${'x'.repeat(40)}postgres`, ['postgres'])).toBe('… postgres')
})

test('an excerpt always shows the first match, and is the end of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      (text, q) => {
        const terms = searchTerms(q)
        const shown = excerpt(text, terms)
        if (shown === text) return
        expect(text.endsWith(shown.slice(2))).toBe(true)
        expect(highlightRanges(shown, terms).length).toBe(highlightRanges(text, terms).length)
      },
    ),
  )
})

test('whatever stands in a text is found by typing it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const searched = searchLines(text).join('\n')
      const name = nameLines(text).join('\n')
      for (const word of text.split(/[\s"“”„]+/)) {
        for (const term of searchTerms(word)) {
          expect(searched).toContain(term)
          expect(name).toContain(term)
        }
      }
    }),
  )
})
