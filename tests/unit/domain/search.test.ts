import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { foldText, highlightRanges, nameLines, searchTerms } from '@/lib/domain/search'
import { cpuTimeOf } from '../../cpu-time'

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
    ['O’Brannock', ['obrannock']],
    ['holt, mira', ['holt', 'mira']],
    ['(growth) seo; .net', ['growth', 'seo', '.net']],
    ['c#, , ...', ['c#']],
    ['O´Brien o`brien', ['obrien']],
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
    ['O’Brien', 'obrien', ['O’Brien']],
    ["O'Brien", 'o´brien', ["O'Brien"]],
    ['Jörg Müller', 'joerg mueller', ['Jörg', 'Müller']],
    ['Jörg Müller', 'jorg muller', ['Jörg', 'Müller']],
    ['Mi\u200bra Ho\u00adlt', 'holt mira', ['Mi\u200bra', 'Ho\u00adlt']],
    ['Growth', 'zzz', []],
    ['', 'growth', []],
    ['Growth', '', []],
  ])('in %j for %j', (text, q, parts) => {
    expect(marked(text, q)).toEqual(parts)
  })
})

describe('a name is found by each way of writing it', () => {
  const finds = (name: string, q: string) => {
    const text = nameLines(name).join('\n')
    return searchTerms(q).every((term) => text.includes(term))
  }
  const obrien = ["Sean O'Brien", 'Sean O’Brien', 'Sean O‘Brien', 'Sean O´Brien', 'Sean O`Brien']
  const groups: [names: string[], typed: string[]][] = [
    [
      ['Mira Müller', 'Mira Mueller'],
      ['mira muller', 'MÜLLER, Mira', 'mueller'],
    ],
    [
      ['Sean OBrien', ...obrien],
      ['sean obrien', 'OBRIEN, sean', ...obrien],
    ],
    [
      ['Mira Holt', 'Mi\u200bra Holt', 'Mira Ho\u00adlt', 'Mira\u2060 Holt'],
      ['holt, mira', 'mira holt'],
    ],
    [
      ['Søren Østergård', 'Soeren Oestergaard'],
      ['soren ostergard', 'søren', 'oestergaard'],
    ],
    [
      ['Jörg Weiß', 'Joerg Weiss'],
      ['jorg weiss', 'joerg weiss', 'JÖRG WEISS'],
    ],
  ]
  test.each(groups.flatMap(([names, typed]) => names.flatMap((name) => typed.map((q) => [name, q]))))(
    '%j by %j',
    (name, q) => {
      expect(finds(name, q)).toBe(true)
    },
  )
})

describe('marking takes work in line with the length of a text', () => {
  /** Characters handed to string functions while a text is marked. */
  function workOf(text: string): number {
    let work = 0
    const names = [
      'normalize',
      'replace',
      'replaceAll',
      'toLowerCase',
      'startsWith',
      'endsWith',
      'slice',
    ] as const
    const spies = names.map((name) => {
      const original = String.prototype[name] as (...given: unknown[]) => unknown
      return vi.spyOn(String.prototype, name).mockImplementation(function (
        this: string,
        ...given: unknown[]
      ) {
        const result = original.apply(this, given)
        // A part costs what it holds, however long the text it is cut from.
        work += name === 'slice' ? (result as string).length : this.length
        return result as never
      })
    })
    try {
      highlightRanges(text, searchTerms('growth é marketing'))
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
    return work
  }

  test.each([
    ['letters with accents', 'é growth – '],
    ['one letter and its accents', '\u0301\u0323'],
    ['spaces', ' \u00a0'],
    ['invisible characters', '\u200b'],
    ['joined emoji', '👩‍'],
    ['many different letters', '漢字仮名交じり文を書くときの文字'],
  ])('%s', (_, piece) => {
    const ofLength = (length: number) => `é${piece.repeat(Math.ceil(length / piece.length))}`
    const [short, long] = [workOf(ofLength(5_000)), workOf(ofLength(20_000))]
    expect(long).toBeLessThan(short * 4.5)
    expect(long).toBeLessThan(20_000 * 40)
  })

  // The segmenter is not seen by counting letters: by the clock, 80,000 letters took it ten seconds.
  test.each(['müller', 'a\n', '’', '王', '👩‍👩‍👧'])('%j many times is marked at once', (piece) => {
    const text = `${piece.repeat(80_000 / piece.length)} zo`
    expect(cpuTimeOf(() => highlightRanges(text, ['zo']))).toBeLessThan(2_000)
  })

  test('what is marked far into a text is what was looked for', () => {
    const piece = fc.constantFrom(
      'é',
      'a',
      '\u0301',
      '👩‍👩‍👧',
      '🇫🇷',
      '🇫',
      '\r\n',
      'क्षि',
      '\u200d',
      '한',
      '\ud83d',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 100, maxLength: 400 }), (pieces) => {
        const before = `${pieces.join('')} `
        const at = before.length
        expect(highlightRanges(`${before}zoq ${before}`, ['zoq'])).toEqual([{ start: at, end: at + 3 }])
      }),
    )
  })
})

test('a search of nothing but brackets is read at once', () => {
  const read = () =>
    expect(searchTerms(`(a@${'('.repeat(60_000)}.com.`)).toEqual([`a@${'('.repeat(60_000)}.com`])
  expect(cpuTimeOf(read)).toBeLessThan(1_000)
})
