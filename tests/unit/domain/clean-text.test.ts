import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText, guestCalled, guestText } from '@/lib/domain/clean-text'

// Everything a provider could send, broken pairs and control characters among it.
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2 }),
    fc.constantFrom(
      '\u0000',
      '\r',
      '\n',
      '\r\n',
      '\t',
      ' ',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\ud800',
      '\udc00',
      '\u0085',
      'é',
      '長',
    ),
  ),
})

test.each([
  ['nothing', null, null],
  ['an empty text', '', null],
  ['only white space', ' \n\t ', null],
  ['a text with room around it', '  Head of Growth \n', 'Head of Growth'],
  ['Windows and old Mac line ends', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['control characters', 'a\u0000b\u0007c\u009fd\te', 'abcd\te'],
  ['marks that turn the direction around', 'invoice\u202efdp.exe\u2066', 'invoicefdp.exe'],
  ['a byte-order mark', '\ufeffAda', 'Ada'],
  ['half a surrogate pair', 'a\ud83d b', 'a\ufffd b'],
  ['a whole surrogate pair', 'a🙂', 'a🙂'],
  ['markup, which is only text', '<b>bold</b>', '<b>bold</b>'],
])('%s is kept as a reader may see it', (_, sent, kept) => {
  expect(cleanText(sent)).toBe(kept)
})

test('a headline stays on one line, whatever white space was in it', () => {
  expect(cleanLine(' Growth\n\nMarketer \t and\u00a0more ')).toBe('Growth Marketer and more')
  expect(cleanLine('\n')).toBeNull()
  expect(cleanLine(null)).toBeNull()
})

test('nothing is shortened', () => {
  const long = 'A'.repeat(100_000)
  expect(cleanText(long)).toBe(long)
})

test('what was cleaned is well-formed, can be stored, and does not change when cleaned again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const clean of [cleanText, cleanLine]) {
        const once = clean(text)
        expect(clean(once)).toBe(once)
        if (once === null) continue
        expect(once).not.toBe('')
        expect(once).not.toMatch(/[\0\r\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
      }
      expect(cleanLine(text) ?? '').not.toContain('\n')
    }),
  )
})

test.each([
  ['\u200b\u200d\u2060', null],
  ['\u3164\uffa0', null],
  ['\u0301\u0302', null],
  ['---', null],
  [' Hana\nBeispiel ', 'Hana Beispiel'],
  ['7', '7'],
  ['小林', '小林'],
  ['Z\u0300\u0301\u0302\u0303\u0304oe', 'Z\u0300\u0301oe'],
  ['Z\u0300\u0301\u200b\u0302oe', 'Z\u0300\u0301\u200boe'],
])('a guest who types %j is called %j', (typed, called) => {
  expect(guestCalled(typed)).toBe(called)
})

test.each(['Nguyệt', 'Nguyệt'.normalize('NFD'), 'สวัสดีที่นี่', 'क्षत्रिय', 'བསྒྲུབས', 'שָׁלוֹם', 'مُحَمَّدٌ', '❤️‍🔥', '👩🏽‍💻'])(
  'a guest may write %s',
  (typed) => {
    expect(guestText(typed)).toBe(typed)
  },
)

test('no letter of a guest’s text bears a pile of marks', () => {
  const piled = fc.string({
    unit: fc.constantFrom('a', ' ', '\u0301', '\u0334', '\u20dd', '\u200d', 'é', '\n'),
  })
  fc.assert(
    fc.property(piled, (text) => {
      const clean = guestText(text)
      expect(clean ?? '').not.toMatch(/(?:\p{M}\p{Cf}*){3}/u)
      expect(guestText(clean)).toBe(clean)
    }),
  )
})
