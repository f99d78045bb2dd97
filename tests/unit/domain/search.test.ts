import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, foldText, highlightRanges, searchTerms } from '@/lib/domain/search'

describe('a name is found however it is typed', () => {
  test.each([
    ['Élodie', 'elodie'],
    ['BJÖRN Weißhaupten', 'bjorn weisshaupten'],
    ['Łucja Żółtopolski', 'lucja zoltopolski'],
    ['İSTANBUL Işıl', 'istanbul isil'],
    ['Þórður Øster Æsa', 'thordur oster aesa'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Nguyệt-Ánh', 'nguyet-anh'],
    ['ﬁnance Ｇｒｏｗｔｈ Ⅳ', 'finance growth iv'],
    ['Siobhán O’Brannock', "siobhan o'brannock"],
    ['Jean‐Luc Mac‑Fearchar', 'jean-luc mac-fearchar'],
    ['الشمّري', 'الشمري'],
    ['  two\n\twords\u00a0here ', 'two words here'],
    ['a\u0000b', 'a b'],
    ['', ''],
  ])('%j as %j', (written, folded) => {
    expect(foldText(written)).toBe(folded)
  })
})

describe('what is typed is taken apart into terms', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['SEO', ['seo']],
    ['seo  Growth seo', ['seo', 'growth']],
    ['"Head of Growth" seo', ['head of growth', 'seo']],
    ['“Head of Growth” seo', ['head of growth', 'seo']],
    ['"unclosed phrase', ['unclosed', 'phrase']],
    ['""', []],
    ['" "', []],
    ['O’Brannock', ["o'brannock"]],
    ['100% c++ a_b', ['100%', 'c++', 'a_b']],
  ])('%j', (q, terms) => {
    expect(searchTerms(q)).toEqual(terms)
  })

  test('at most twelve of them', () => {
    expect(searchTerms(Array.from({ length: 30 }, (_, at) => `term${at}`).join(' '))).toHaveLength(12)
  })
})

describe('what was found is marked', () => {
  const marked = (text: string, q: string) =>
    highlightRanges(text, searchTerms(q)).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['Growth Marketer', 'market', ['Market']],
    ['SEO, seo and Seo', 'seo', ['SEO', 'seo', 'Seo']],
    ['Élodie Fauvelin', 'elo fau', ['Élo', 'Fau']],
    ['E\u0301lodie', 'e', ['E\u0301', 'e']],
    ['Weißhaupten', 'weiss', ['Weiß']],
    ['ﬁnance', 'i', ['ﬁ']],
    ['abcdef', 'abc cde', ['abcde']],
    ['abcdef', 'abc def', ['abcdef']],
    ['Head   of\nGrowth', '"head of growth"', ['Head   of\nGrowth']],
    ['👩‍👩‍👧 team', 'team', ['team']],
    ['Growth', 'zzz', []],
    ['', 'growth', []],
    ['Growth', '', []],
  ])('in %j for %j', (text, q, parts) => {
    expect(marked(text, q)).toEqual(parts)
  })
})

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
      expect(foldText(foldText(text))).toBe(foldText(text))
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
      const parts = highlightRanges(text, terms).map(({ start, end }) => foldText(text.slice(start, end)))
      const found = terms.filter((term) => foldText(text).includes(term))
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
